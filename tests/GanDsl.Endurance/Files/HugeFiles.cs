using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using TorchSharp;

namespace GanDsl.Endurance.Files;

/// <summary>Files of megabytes that ask for as much memory as they can; each is read by a process of its own, whose peak is measured.</summary>
public static class HugeFiles
{
    /// <summary>The first argument of such a process; the name of the file's kind follows.</summary>
    public const string Command = "read-huge";

    private const int Bytes = 20_000_000;
    private const int MostPerByte = 40;

    private static readonly IReadOnlyDictionary<string, Func<string>> Headers = new Dictionary<string, Func<string>>
    {
        ["deep"] = () => new string('[', Bytes),
        ["members"] = () => $"{{{Repeated(number => $"\"{number:x}\":0,")}\"z\":0}}",
        ["same members"] = () => $"{{{Repeated(_ => "\"a\":0,")}\"a\":0}}",
        ["metadata"] = () => $"{{\"__metadata__\":{{{Repeated(number => $"\"{number:x}\":\"\",")}\"z\":\"\"}}}}",
        ["tensors"] = () =>
            $"{{{Repeated(number => $"\"{number:x}\":{{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}},").TrimEnd(',')}}}",
        ["dimensions"] = () => Tensor("a", "U8", $"{Repeated(_ => "1,")}0"),
        ["name"] = () => Tensor(new string('n', Bytes), "U8", "1"),
        ["escaped name"] = () => Tensor(Repeated(_ => "\\u00e4"), "U8", "1"),
        ["type"] = () => Tensor("a", new string('n', Bytes), "1"),
        ["number"] = () => Tensor("a", "U8", new string('9', Bytes)),
        ["spaces"] = () => $"{{{new string(' ', Bytes)}}}",
        ["size"] = () => """{"a":{"dtype":"U8","shape":[1099511627776],"data_offsets":[0,1099511627776]}}""",
    };

    /// <summary>The kinds.</summary>
    public static IEnumerable<string> Names => Headers.Keys;

    /// <summary>Has one read, and measures it.</summary>
    public static (string Line, bool IsRight) Measure(string name)
    {
        using var process = ChildProcess.Start(Command, name);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0
            ? ($"{name}: {output}", true)
            : ($"{name} ended with {process.ExitCode}: {output} {error.Result.ReplaceLineEndings(" | ")}", false);
    }

    /// <summary>Reads one.</summary>
    /// <exception cref="InvalidOperationException">It took too much memory.</exception>
    public static void Run(string name)
    {
        using var folder = new TemporaryFolder();
        var size = Write(folder["file"], Headers[name]());
        // What is needed once is not counted.
        torch.zeros(1).Dispose();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var (allocated, peak) = (GC.GetAllocatedBytesForCurrentThread(), ForgetPeak());
        var outcome = "accepted";
        try
        {
            SafeTensors.Read(folder["file"]).Dispose();
        }
        catch (GanException refusal)
        {
            outcome =
                refusal.Message.Length < 1500 ? "refused" : throw new InvalidOperationException("The message is long.");
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        peak = Peak() - peak;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{size} bytes {outcome}; managed memory {(double)allocated / size:0.0} times that, peak of the process {(double)peak / size:0.0} times"
            )
        );
        var most = (MostPerByte * size) + (64L << 20);
        if (allocated > most || peak > most)
        {
            throw new InvalidOperationException("That is too much.");
        }
    }

    private static string Tensor(string name, string type, string sizes) =>
        $"{{\"{name}\":{{\"dtype\":\"{type}\",\"shape\":[{sizes}],\"data_offsets\":[0,2]}}}}";

    private static string Repeated(Func<int, string> part)
    {
        var text = new StringBuilder(Bytes + 100);
        for (var number = 0; text.Length < Bytes; number++)
        {
            text.Append(part(number));
        }

        return text.ToString();
    }

    private static long Write(string path, string header)
    {
        using var file = File.Create(path);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)Encoding.UTF8.GetByteCount(header));
        file.Write(length);
        file.Write(Encoding.UTF8.GetBytes(header));
        return file.Length;
    }

    /// <summary>Forgets the peak so far, where the system can; the memory that the process holds now, in bytes.</summary>
    private static long ForgetPeak()
    {
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }

        return Environment.WorkingSet;
    }

    /// <summary>The most memory that the process held at once, in bytes.</summary>
    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
