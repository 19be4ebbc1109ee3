using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Structure;

namespace GanDsl.Fuzzing.Drawing;

/// <summary>Draws the layers of a network: a random body, then an end that fits.</summary>
internal sealed class NetworkDrawing(FuzzRandom random)
{
    /// <summary>The values of one example that a body is kept below, so that a case takes milliseconds.</summary>
    private const double LargestExample = 2048;

    /// <summary>How often each argument of a wild layer is wrong: of one with many, and of one with few.</summary>
    private const double WildnessOfMany = 0.15;
    private const double WildnessOfFew = 0.5;

    private static readonly string[] Convolutions = [.. LayerCatalog.Kinds.Where(kind => kind.StartsWith("Conv"))];

    private readonly List<FuzzedLayer> layers = [];
    private long[] shape = [];

    /// <summary>A generator: from latents to the data shape.</summary>
    /// <param name="latent">The size of a latent.</param>
    /// <param name="target">The data shape.</param>
    /// <param name="wildLayer">The number of the layer whose arguments are drawn without care; negative for none.</param>
    public IReadOnlyList<FuzzedLayer> Generator(long latent, long[] target, int wildLayer)
    {
        Body([latent], wildLayer);
        EndIn(target);
        if (random.Chance(0.5))
        {
            Add(random.Pick<FuzzedLayer>(new FuzzedTanh(), new FuzzedSigmoid()));
        }

        return layers;
    }

    /// <summary>A discriminator: from the data shape to one logit.</summary>
    public IReadOnlyList<FuzzedLayer> Discriminator(long[] data, int wildLayer)
    {
        Body(data, wildLayer);
        EndInOneLogit();
        return layers;
    }

    private void Body(long[] input, int wildLayer)
    {
        shape = input;
        var count = Math.Max(random.Int(0, 5), wildLayer + 1);
        for (var number = 0; number < count; number++)
        {
            if (number == wildLayer)
            {
                AddWild();
            }
            else
            {
                AddTame();
            }
        }
    }

    /// <summary>A layer that may be wrong or just right; the next one is drawn for what it gives, if it gives anything.</summary>
    private void AddWild()
    {
        var kind = random.Chance(0.4) ? random.Pick(Convolutions) : LayerCatalog.Pick(random);
        if (random.Chance(0.9))
        {
            ReshapeFor(kind);
        }

        random.Wildness = Convolutions.Contains(kind) ? WildnessOfMany : WildnessOfFew;
        Add(LayerCatalog.Draws[kind](random, shape));
        random.Wildness = 0;
    }

    private void AddTame()
    {
        if (random.Chance(0.15))
        {
            if (BlockDrawing.Draw(random, shape) is { } block)
            {
                Add(block);
            }

            return;
        }

        var kind = LayerCatalog.Pick(random);
        ReshapeFor(kind);
        var layer = LayerCatalog.Draws[kind](random, shape);
        if (layer.Expect(shape) is { } output && Sizes.Product(output) <= LargestExample)
        {
            Add(layer with { After = FuzzedModifier.DrawFew(random, 0.1, layer.CanBeNormalized) });
        }
    }

    /// <summary>Makes the dimensions as many as a layer of the kind needs.</summary>
    private void ReshapeFor(string kind)
    {
        if (LayerCatalog.Draws[kind](random, shape).Rank is { } rank && rank != shape.Length)
        {
            AddReshape(rank);
        }
    }

    private void EndIn(long[] target)
    {
        if (shape.SequenceEqual(target) && layers.Count > 0 && random.Chance(0.5))
        {
            return;
        }

        if (target.Length > 1 && random.Chance(0.7) && TryEndInConvolution(target))
        {
            return;
        }

        var differsInLastOnly = shape.Length == target.Length && shape[..^1].SequenceEqual(target[..^1]);
        if (differsInLastOnly && random.Chance(0.7))
        {
            Add(DenseTo(target[^1]));
            return;
        }

        if (shape.Length > 1)
        {
            Add(new FuzzedFlatten(null, null));
        }

        Add(DenseTo((long)Sizes.Product(target)));
        if (target.Length > 1)
        {
            Add(
                new FuzzedReshape([
                    .. target.Select((size, index) => index == 0 && random.Chance(0.2) ? -1 : (int)size),
                ])
            );
        }
    }

    private bool TryEndInConvolution(long[] target)
    {
        if (shape.Length != target.Length)
        {
            AddReshape(target.Length);
        }

        // A wild layer may leave sizes that cannot be reshaped.
        if (shape.Length != target.Length)
        {
            return false;
        }

        var last = random.Chance(0.5) ? Convolution(target) : Transposed(target);
        if (last is not null)
        {
            Add(last);
        }

        return last is not null;
    }

    private FuzzedLayer? Convolution(long[] target) =>
        FuzzedForwardConvolution.Towards(random, shape, target) switch
        {
            null => null,
            var shared when shared.Rank == 1 => new FuzzedConv1d(shared, null, null),
            var shared => new FuzzedConv2d(shared, null, null),
        };

    private FuzzedLayer? Transposed(long[] target) =>
        FuzzedTransposedConvolution.Towards(random, shape, target) switch
        {
            null => null,
            var (shared, outputPadding) when shared.Rank == 1 => new FuzzedConvTranspose1d(shared, outputPadding),
            var (shared, outputPadding) => new FuzzedConvTranspose2d(shared, outputPadding),
        };

    private void EndInOneLogit()
    {
        if (shape.Length is 2 or 3 && random.Chance(0.4))
        {
            var last = Convolution([.. shape.Select(_ => 1L)]);
            if (last is not null)
            {
                Add(last);
                return;
            }
        }

        if (Sizes.Product(shape[..^1]) > 1 || random.Chance(0.3))
        {
            Add(random.Pick<FuzzedLayer>(new FuzzedFlatten(null, null), new FuzzedReshape(-1)));
        }

        Add(DenseTo(1));
    }

    private void AddReshape(int rank) =>
        Add(new FuzzedReshape([.. random.Factors((long)Sizes.Product(shape), rank).Select(size => (int)size)]));

    private FuzzedLayer DenseTo(long features) =>
        random.Chance(0.85)
            ? new FuzzedLinear((int)features, random.Optional(0.1, () => random.Chance(0.5)))
            : new FuzzedMaxout((int)features, random.Int(1, 3), null);

    private void Add(FuzzedLayer layer)
    {
        layers.Add(layer);
        shape = layer.Expect(shape) ?? shape;
    }
}
