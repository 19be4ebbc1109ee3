using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace GanDsl.Fuzzing.Processes;

/// <summary>A worker as its parent sees it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int LinesKept = 8;
    private const int LongestLine = 500;

    private readonly Process process;
    private readonly TimeSpan limit;
    private readonly ConcurrentQueue<string> lastLines = new();
    private bool isOverdue;

    /// <summary>Starts a worker.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="seed">The seed of its cases.</param>
    /// <param name="limit">How long it may be silent.</param>
    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public WorkerProcess(WorkKind kind, int seed, TimeSpan limit)
    {
        this.limit = limit;
        process = Process.Start(
            new ProcessStartInfo(
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                [typeof(Worker).Assembly.Location, Worker.Command, $"{kind}", $"{seed}"]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // An abort would write a dump of the whole process.
                Environment = { ["DOTNET_DbgEnableMiniDump"] = "0" },
            }
        )!;
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        if (Read() is null)
        {
            throw new InvalidOperationException($"A worker did not start: {Ending}");
        }
    }

    /// <summary>How it ended, once there is nothing more to read, with the last lines of its standard error.</summary>
    public string Ending
    {
        get
        {
            process.WaitForExit();
            var how = isOverdue ? $"no answer for {limit.TotalSeconds:0} seconds" : NameOf(process.ExitCode);
            return string.Join("\n  ", lastLines.Prepend(how));
        }
    }

    /// <summary>Gives it cases to try.</summary>
    public void Give(IReadOnlyList<int> numbers)
    {
        try
        {
            process.StandardInput.WriteLine(JsonSerializer.Serialize(numbers));
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It has ended, as the next read says.
        }
    }

    /// <summary>What it says next; null where it has ended, or was silent for too long and is ended.</summary>
    public WorkerMessage? Read()
    {
        var line = process.StandardOutput.ReadLineAsync();
        if (!line.Wait(limit))
        {
            isOverdue = true;
            process.Kill();
            return null;
        }

        return line.Result is { } message ? JsonSerializer.Deserialize<WorkerMessage>(message) : null;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lastLines.Enqueue(line.Length > LongestLine ? line[..LongestLine] : line);
        if (lastLines.Count > LinesKept)
        {
            lastLines.TryDequeue(out _);
        }
    }

    /// <summary>On Unix a signal that ended a process is its exit code less 128.</summary>
    private static string NameOf(int exitCode) =>
        exitCode switch
        {
            134 => "exit code 134 (SIGABRT)",
            135 => "exit code 135 (SIGBUS)",
            136 => "exit code 136 (SIGFPE)",
            137 => "exit code 137 (SIGKILL)",
            139 => "exit code 139 (SIGSEGV)",
            _ => $"exit code {exitCode}",
        };
}
