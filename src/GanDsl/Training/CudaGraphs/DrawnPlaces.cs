using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// The tensors that a recorded step reads its random numbers from, in the order in which it draws them. They are filled anew before each
/// replay.
/// </summary>
internal sealed class DrawnPlaces : IDisposable
{
    private readonly List<Tensor> places = [];
    private int taken;

    /// <summary>All places.</summary>
    public IReadOnlyList<Tensor> All => places;

    /// <summary>Begins with the first place.</summary>
    public void Rewind() => taken = 0;

    /// <summary>The next place; a new one while the step is recorded.</summary>
    public Tensor Take(long[] shape, Device device)
    {
        if (taken == places.Count)
        {
            places.Add(empty(shape, device: device).DetachFromDisposeScope());
        }

        // Of its own, as the step may dispose it.
        return places[taken++].alias();
    }

    public void Dispose()
    {
        foreach (var place in places)
        {
            place.Dispose();
        }
    }
}
