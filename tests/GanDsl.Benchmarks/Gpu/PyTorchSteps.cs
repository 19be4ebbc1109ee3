using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace GanDsl.Benchmarks.Gpu;

/// <summary>A Python process that runs PyTorch's steps when it is asked to, and sleeps in between.</summary>
internal sealed class PyTorchSteps : IDisposable
{
    private static readonly string?[] Interpreters =
    [
        Environment.GetEnvironmentVariable("GANDSL_PYTHON"),
        "python3",
        "/usr/bin/python3",
    ];

    private readonly Process process;

    private PyTorchSteps(Process process, string description) => (this.process, Description) = (process, description);

    /// <summary>The version of PyTorch and the device.</summary>
    public string Description { get; }

    /// <summary>Starts the process; null where no Python has a PyTorch that finds the device.</summary>
    public static PyTorchSteps? Start(string device) =>
        Interpreters
            .Where(interpreter => !string.IsNullOrEmpty(interpreter))
            .Select(interpreter => TryStart(interpreter!, device))
            .FirstOrDefault(started => started is not null);

    /// <summary>Runs steps.</summary>
    /// <exception cref="GanException">PyTorch cannot; the message is its own.</exception>
    public StepTime Run(string networks, string way, int steps)
    {
        var answer = Ask(string.Create(CultureInfo.InvariantCulture, $"{networks} {way} {steps}"));
        if (answer.StartsWith("no ", StringComparison.Ordinal))
        {
            throw new GanException($"PyTorch's {way} on {networks}: {answer[3..]}");
        }

        var times = answer.Split(' ');
        return new(
            double.Parse(times[0], CultureInfo.InvariantCulture),
            double.Parse(times[1], CultureInfo.InvariantCulture)
        );
    }

    private string Ask(string line)
    {
        const string ended = "no The process ended.";
        try
        {
            process.StandardInput.WriteLine(line);
            process.StandardInput.Flush();
            return process.StandardOutput.ReadLine() ?? ended;
        }
        catch (IOException)
        {
            return ended;
        }
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static PyTorchSteps? TryStart(string interpreter, string device)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Gpu", "gpu_steps.py");
        var start = new ProcessStartInfo(interpreter, [script, device])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The libtorch that this process was started with need not be that of the interpreter.
        start.Environment.Remove("LD_PRELOAD");
        if (Environment.GetEnvironmentVariable("GANDSL_PYTHON_LIBRARY_PATH") is { } path)
        {
            start.Environment["LD_LIBRARY_PATH"] = path;
        }

        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            if (process.StandardOutput.ReadLine() is { } description)
            {
                return new(process, description.Replace("\t", ", "));
            }

            process.WaitForExit();
            process.Dispose();
            return null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
