using System.ComponentModel;

namespace GanDsl.Training;

/// <summary>
/// Lets one caller at a time into a GAN. Its networks, optimisers and random numbers are changed by every call, and two at once would
/// corrupt native memory; a second caller gets an exception instead, because waiting would hide that the numbers depend on chance.
/// </summary>
/// <param name="name">The name of the GAN, for messages.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExclusiveUse(string name)
{
    private const int Free = 0;
    private const int Taken = 1;
    private const int Ended = 2;

    private int state = Free;

    /// <summary>What the networks compute with while a call lasts. Set before the first one. Default: float32.</summary>
    public GanPrecision Precision { get; set; }

    /// <summary>Begins a call, which ends when the turn is disposed, once no other GAN is recorded (<see cref="RecordingGate"/>).</summary>
    /// <exception cref="InvalidOperationException">Another call has not ended.</exception>
    /// <exception cref="ObjectDisposedException">The GAN is disposed.</exception>
    public ExclusiveTurn Enter()
    {
        Begin();
        try
        {
            return new ExclusiveTurn(this, RecordingGate.Pass());
        }
        catch
        {
            Leave();
            throw;
        }
    }

    /// <summary>What the GAN holds, which anybody may look at while it is not disposed.</summary>
    /// <exception cref="ObjectDisposedException">The GAN is disposed.</exception>
    public T IfOpen<T>(T held) => Volatile.Read(ref state) == Ended ? throw Closed() : held;

    /// <summary>Refuses all calls from now on. False where that was done before: then there is nothing left to free.</summary>
    /// <exception cref="InvalidOperationException">A call has not ended.</exception>
    public bool End() =>
        Interlocked.CompareExchange(ref state, Ended, Free) switch
        {
            Free => true,
            Ended => false,
            _ => throw Refusal(),
        };

    internal void Begin()
    {
        switch (Interlocked.CompareExchange(ref state, Taken, Free))
        {
            case Taken:
                throw Refusal();
            case Ended:
                throw Closed();
        }

        if (Precision == GanPrecision.TensorFloat32)
        {
            TensorFloat32.Begin();
        }
    }

    internal void Leave()
    {
        if (Precision == GanPrecision.TensorFloat32)
        {
            TensorFloat32.End();
        }

        Volatile.Write(ref state, Free);
    }

    private ObjectDisposedException Closed() =>
        new(null, $"This {name} is disposed and holds no networks any more; create another one.");

    private InvalidOperationException Refusal() =>
        new(
            $"This {name} is in the middle of another call (a training step, sampling, drawing latents); let that one end first, and "
                + "use a GAN from one thread at a time."
        );
}
