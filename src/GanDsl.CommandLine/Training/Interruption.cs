using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GanDsl.CommandLine;

/// <summary>
/// A token that the first Ctrl-C (or SIGTERM, or the terminal that is closed) cancels; a second one ends the program as usual.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private const string ShowCursor = "\e[?25h";

    // A signal to a group of processes can arrive twice: once directly and once passed on by the parent.
    private static readonly TimeSpan SameSignal = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource source = new();
    private readonly ManualResetEventSlim hasEnded = new();
    private readonly PosixSignalRegistration[] registrations;
    private readonly Stopwatch sinceFirst = new();

    /// <summary>Starts to listen.</summary>
    public Interruption() =>
        registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt),
        ];

    /// <summary>Cancelled once somebody asked the program to end.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        hasEnded.Set();
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Interrupt(PosixSignalContext signal)
    {
        signal.Cancel = sinceFirst.Elapsed < SameSignal;
        sinceFirst.Start();
        if (!signal.Cancel && !Console.IsOutputRedirected)
        {
            // The program ends here, and the progress bar that hid the cursor with it.
            Console.Out.Write(ShowCursor);
        }

        source.Cancel();
        if (signal.Signal == PosixSignal.SIGHUP && OperatingSystem.IsWindows())
        {
            // Of a window that is closed, Windows ends the program as soon as this returns, and some seconds later anyway.
            hasEnded.Wait();
        }
    }
}
