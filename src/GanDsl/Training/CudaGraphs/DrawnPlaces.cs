using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// The tensors that a recorded step reads its random numbers from, in the order in which it draws them. They are made by the step before the
/// recording, as memory that is taken while a step is recorded may have served for something else earlier in the same step; and they are
/// filled anew before each replay.
/// </summary>
internal sealed class DrawnPlaces : IDisposable
{
    private readonly List<Tensor> places = [];
    private int taken;

    /// <summary>All places.</summary>
    public IReadOnlyList<Tensor> All => places;

    /// <summary>Begins with the first place.</summary>
    public void Rewind() => taken = 0;

    /// <summary>The next place; null where there is none yet.</summary>
    /// <exception cref="NotRecordableException">It has another shape.</exception>
    public Tensor? Take(long[] shape)
    {
        if (taken == places.Count)
        {
            return null;
        }

        var place = places[taken++];

        // Of its own, as the step may dispose it.
        return place.shape.AsSpan().SequenceEqual(shape)
            ? place.alias()
            : throw new NotRecordableException("it draws random numbers of other shapes each time", null);
    }

    /// <summary>Makes a place with the numbers of now.</summary>
    public void Add(Tensor numbers)
    {
        places.Add(numbers.clone().DetachFromDisposeScope());
        taken++;
    }

    public void Dispose()
    {
        foreach (var place in places)
        {
            place.Dispose();
        }
    }
}
