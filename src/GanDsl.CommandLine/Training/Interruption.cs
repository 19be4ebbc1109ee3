using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GanDsl.CommandLine;

/// <summary>
/// A token that the first Ctrl-C (or SIGTERM, or the terminal that is closed) cancels, or a token of the caller's; a second signal ends the
/// program as usual.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private const string ShowCursor = "\e[?25h";

    // A signal to a group of processes can arrive twice: once directly and once passed on by the parent.
    private static readonly TimeSpan SameSignal = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource source;
    private readonly ManualResetEventSlim hasEnded = new();
    private PosixSignalRegistration[] registrations = [];
    private readonly Stopwatch sinceFirst = new();

    /// <param name="ofCaller">Cancels it as a signal does.</param>
    public Interruption(CancellationToken ofCaller) =>
        source = CancellationTokenSource.CreateLinkedTokenSource(ofCaller);

    /// <summary>Starts to listen for signals, which end other work than training as usual.</summary>
    public void Listen() =>
        registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt),
        ];

    /// <summary>Cancelled once somebody asked the program to end.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>What shells say of a program that such a signal has ended: 128 and its number. Without one, that of Ctrl-C.</summary>
    public int ExitCode { get; private set; } = 130;

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

        if (!source.IsCancellationRequested)
        {
            ExitCode = signal.Signal switch
            {
                PosixSignal.SIGHUP => 129,
                PosixSignal.SIGTERM => 143,
                _ => 130,
            };
        }

        source.Cancel();
        if (signal.Signal is PosixSignal.SIGHUP or PosixSignal.SIGTERM && OperatingSystem.IsWindows())
        {
            // Where a window is closed or Windows shuts down, it ends the program as soon as this returns, and some seconds later anyway.
            hasEnded.Wait();
        }
    }
}
