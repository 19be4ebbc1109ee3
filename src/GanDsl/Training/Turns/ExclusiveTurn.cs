using System.ComponentModel;

namespace GanDsl.Training;

/// <summary>A call that no other one may meet; see <see cref="ExclusiveUse"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ExclusiveTurn
{
    private readonly ExclusiveUse use;

    internal ExclusiveTurn(ExclusiveUse use) => this.use = use;

    /// <summary>Lets the next caller in.</summary>
    public void Dispose() => use.Leave();
}
