using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>A border around the input: of zeros, or each of its values one of the input's, found by its index.</summary>
internal static class InputBorder
{
    /// <exception cref="ArgumentException">PyTorch refuses a border of that size.</exception>
    public static Tensor Around(Tensor x, int dimension, long before, long after, PaddingModes mode)
    {
        if (mode == PaddingModes.Zeros)
        {
            Tensor Zeros(long count) => zeros([.. x.shape.Select((size, axis) => axis == dimension ? count : size)]);
            return cat([Zeros(before), x, Zeros(after)], dimension);
        }

        var size = x.shape[dimension];
        var most =
            mode == PaddingModes.Reflect ? size - 1
            : mode == PaddingModes.Circular ? size
            : long.MaxValue;
        if (before > most || after > most)
        {
            throw new ArgumentException($"A border of {before} and {after} around {size} cannot be made.");
        }

        var places = Enumerable
            .Range(0, (int)(before + size + after))
            .Select(place => Source(place - before, size, mode))
            .ToArray();
        return x.index_select(dimension, tensor(places));
    }

    private static long Source(long place, long size, PaddingModes mode) =>
        mode switch
        {
            PaddingModes.Circular => (place + size) % size,
            PaddingModes.Reflect when place < 0 => -place,
            PaddingModes.Reflect when place >= size => (2 * (size - 1)) - place,
            _ => Math.Clamp(place, 0, size - 1),
        };
}
