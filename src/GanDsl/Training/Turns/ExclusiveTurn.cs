using System.ComponentModel;

namespace GanDsl.Training;

/// <summary>A call that no other one may meet; see <see cref="ExclusiveUse"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ExclusiveTurn
{
    private readonly ExclusiveUse use;
    private readonly GateTurn gate;

    internal ExclusiveTurn(ExclusiveUse use, GateTurn gate)
    {
        this.use = use;
        this.gate = gate;
    }

    /// <summary>Lets the next caller in.</summary>
    public void Dispose()
    {
        gate.Dispose();
        use.Leave();
    }
}
