using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GanDsl.CommandLine;

/// <summary>A token that the first Ctrl-C (or SIGTERM) cancels; a second one ends the program as usual.</summary>
internal sealed class Interruption : IDisposable
{
    private const string ShowCursor = "\e[?25h";

    // A signal to a group of processes can arrive twice: once directly and once passed on by the parent.
    private static readonly TimeSpan SameSignal = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private readonly Stopwatch sinceFirst = new();

    /// <summary>Starts to listen.</summary>
    public Interruption() =>
        registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
        ];

    /// <summary>Cancelled once somebody asked the program to end.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
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
    }
}
