using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;

namespace GanDsl.Fuzzing.Structure;

/// <summary>Draws blocks.</summary>
internal static class BlockDrawing
{
    private const double LargestExample = 2048;
    private const int Deepest = 2;

    /// <summary>A block for an input; null where the draw found no layer.</summary>
    public static FuzzedBlock? Draw(FuzzRandom random, long[] input, int depth = 0)
    {
        var layers = new List<FuzzedLayer>();
        var shape = input;
        for (var count = random.Int(1, 3); count > 0; count--)
        {
            var layer =
                depth < Deepest && random.Chance(0.15)
                    ? Draw(random, shape, depth + 1)
                    : LayerCatalog.Draws[random.Pick(LayerCatalog.Kinds)](random, shape);
            if (layer?.Expect(shape) is { } output && Sizes.Product(output) <= LargestExample)
            {
                layers.Add(layer with { After = FuzzedModifier.DrawFew(random, 0.1, layer.CanBeNormalized) });
                shape = output;
            }
        }

        if (layers.Count == 0)
        {
            return null;
        }

        var (isResidual, shortcut) = DrawResidual(random, input, shape);
        return new(
            random.NextNumber(),
            FuzzedModifier.DrawFew(random, 0.1, layers.Any(layer => layer.CanBeNormalized)),
            layers,
            isResidual,
            shortcut,
            random.Pick(0, 1, 2, 4)
        );
    }

    private static (bool IsResidual, FuzzedBlock? Shortcut) DrawResidual(FuzzRandom random, long[] input, long[] output)
    {
        if (input.SequenceEqual(output) && random.Chance(0.6))
        {
            return (true, null);
        }

        // At times to another shape, which then cannot be added.
        var isLast = input.Length == output.Length && input[..^1].SequenceEqual(output[..^1]);
        return isLast && random.Chance(0.5)
                ? (
                    true,
                    new(
                        random.NextNumber(),
                        [],
                        [new FuzzedLinear((int)output[^1], null)],
                        false,
                        null,
                        random.Int(0, 1)
                    )
                )
            : random.Chance(0.03) ? (true, null)
            : (false, null);
    }
}
