using System.Globalization;

namespace GanDsl.Endurance.Files;

/// <summary>
/// Lets damaged and hostile files be read: each has to be refused by one sentence with nothing changed, or accepted with its meaning
/// unchanged, and to take no more memory than some times its size.
/// </summary>
/// <param name="count">How many files.</param>
/// <param name="seed">Where the random numbers start.</param>
/// <param name="say">Told what is done.</param>
public sealed class FileFuzzer(int count, int seed, Action<string> say)
{
    private const int AtOnce = 2000;
    private const int MostFailures = 50;

    private readonly List<string> failures = [];
    private readonly Lock turn = new();
    private int done;
    private int accepted;
    private long most;

    /// <summary>Whether files of tens of megabytes are read as well, to measure the memory that they take.</summary>
    public bool ReadsHugeFiles { get; init; } = true;

    public FuzzReport Run()
    {
        var memory = ReadsHugeFiles ? HugeFiles.Names.Select(HugeFiles.Measure).ToList() : [];
        failures.AddRange(memory.Where(measured => !measured.IsRight).Select(measured => measured.Line));
        Parallel.ForEach(
            Enumerable.Range(0, (count + AtOnce - 1) / AtOnce),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            part => Read(part * AtOnce, Math.Min(count, (part + 1) * AtOnce))
        );
        return new(done, accepted, most, [.. memory.Select(measured => measured.Line)], failures);
    }

    /// <summary>Has the numbers read by one process after another, as one may end another's process.</summary>
    private void Read(int first, int end)
    {
        while (first < end && failures.Count < MostFailures)
        {
            using var process = ChildProcess.Start(FileFuzzing.Command, $"{first}", $"{end - first}", $"{seed}");
            var error = process.StandardError.ReadToEndAsync();
            var begun = first;
            var hasEnded = false;
            while (process.StandardOutput.ReadLine() is { } line)
            {
                if (line.StartsWith(FileFuzzing.Begun, StringComparison.Ordinal))
                {
                    begun = int.Parse(line[FileFuzzing.Begun.Length..], CultureInfo.InvariantCulture);
                }
                else if (line.StartsWith(FileFuzzing.Failed, StringComparison.Ordinal))
                {
                    Fail(line[FileFuzzing.Failed.Length..]);
                }
                else if (line.StartsWith(FileFuzzing.Ended, StringComparison.Ordinal))
                {
                    hasEnded = true;
                    Count(line[FileFuzzing.Ended.Length..].Split(' '));
                }
            }

            process.WaitForExit();
            if (!hasEnded)
            {
                Fail($"{begun} ended the process with {process.ExitCode}: {error.Result.ReplaceLineEndings(" | ")}");
            }

            lock (turn)
            {
                done += begun + 1 - first;
                say($"{done} of {count}, {failures.Count} failures");
            }

            first = begun + 1;
        }
    }

    private void Count(string[] counts)
    {
        lock (turn)
        {
            accepted += int.Parse(counts[0], CultureInfo.InvariantCulture);
            most = Math.Max(most, long.Parse(counts[1], CultureInfo.InvariantCulture));
        }
    }

    private void Fail(string what)
    {
        lock (turn)
        {
            failures.Add(what.Length > 1200 ? what[..1200] : what);
        }
    }
}
