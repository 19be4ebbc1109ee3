using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace GanDsl.Benchmarks.PyTorch;

/// <summary>A Python process that runs the training step of PyTorch's tutorial when it is asked to, and sleeps in between.</summary>
internal sealed class TutorialProcess : IDisposable
{
    // The distribution's PyTorch belongs to the distribution's Python, which need not be the first on the path.
    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    private readonly Process process;

    private TutorialProcess(Process process) => this.process = process;

    /// <summary>The oldest PyTorch whose kernels are of the same generation as those of TorchSharp's libtorch: to compare with an older one says nothing of the step.</summary>
    private static readonly Version Oldest = new(2, 8);

    /// <summary>Starts the process; null where no Python has a PyTorch that it makes sense to compare with.</summary>
    public static TutorialProcess? Start(int threads) =>
        Interpreters
            .Select(interpreter => TryStart(interpreter, threads))
            .FirstOrDefault(started => started is not null);

    /// <summary>Runs steps.</summary>
    /// <returns>Milliseconds of one step.</returns>
    public double Run(string networks, int steps) => Ask("time", networks, steps);

    /// <summary>Runs steps, the first that this process is asked for.</summary>
    /// <returns>The peak of the memory above that of the loaded libraries, in KiB.</returns>
    public long PeakOf(string networks, int steps) => (long)Ask("peak", networks, steps);

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private double Ask(string what, string networks, int steps)
    {
        process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {networks} {steps}"));
        process.StandardInput.Flush();
        var answer =
            process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The PyTorch process ended; what it said is on standard error.");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    private static TutorialProcess? TryStart(string interpreter, int threads)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "PyTorch", "tutorial_step.py");
        var start = new ProcessStartInfo(interpreter, [script, threads.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, line) => { };
            process.BeginErrorReadLine();
            var answer = process.StandardOutput.ReadLine()?.Split('+')[0];
            if (Version.TryParse(answer, out var version) && version >= Oldest)
            {
                return new TutorialProcess(process);
            }

            process.StandardInput.Close();
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
