using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Optimizers;

namespace GanDsl.Fuzzing.Drawing;

/// <summary>Changes one thing of a declaration, mostly for the worse.</summary>
internal static class Mistakes
{
    private const double WildnessOfAnArgument = 0.7;

    private static readonly string[] Names =
    [
        "a",
        "linear1",
        "conv1",
        "two words",
        "",
        "class",
        "1st",
        "a.b",
        "forward",
        "größe",
        "Generator",
        "Discriminator",
        "var",
        "nameof",
        "_",
        "record",
        "NewDisposeScope",
    ];

    public static GanDraft Make(FuzzRandom random, GanDraft gan) =>
        random.Int(0, 11) switch
        {
            0 => OfNetwork(random, gan, layers => Insert(random, layers)),
            1 => OfNetwork(random, gan, layers => Remove(random, layers)),
            2 => OfNetwork(random, gan, layers => Swap(random, layers)),
            3 or 4 => OfNetwork(random, gan, layers => Rename(random, layers)),
            5 => gan with { Data = [Resize(random, gan.Data[0])] },
            6 => gan with { Latent = random.Pick<int?>(0, -1, null, gan.Latent + 1, 1 << 30) },
            7 => OfGan(random, gan),
            8 or 9 => OfOptimizer(random, gan),
            10 => OfParts(random, gan),
            _ => OfMembers(random, gan),
        };

    private static GanDraft OfNetwork(
        FuzzRandom random,
        GanDraft gan,
        Func<IReadOnlyList<FuzzedLayer>, IReadOnlyList<FuzzedLayer>> change
    ) =>
        random.Chance(0.5)
            ? gan with
            {
                Generator = gan.Generator! with { Layers = change(gan.Generator.Layers) },
            }
            : gan with
            {
                Discriminator = gan.Discriminator! with { Layers = change(gan.Discriminator.Layers) },
            };

    private static IReadOnlyList<FuzzedLayer> Insert(FuzzRandom random, IReadOnlyList<FuzzedLayer> layers)
    {
        var at = random.Int(0, layers.Count);
        var layer = LayerCatalog.Draw(random, [random.Int(1, 4), random.Int(1, 8), random.Int(1, 8)]);
        return [.. layers.Take(at), layer, .. layers.Skip(at)];
    }

    private static IReadOnlyList<FuzzedLayer> Remove(FuzzRandom random, IReadOnlyList<FuzzedLayer> layers)
    {
        var at = random.Int(0, layers.Count - 1);
        return [.. layers.Where((_, index) => index != at)];
    }

    private static IReadOnlyList<FuzzedLayer> Swap(FuzzRandom random, IReadOnlyList<FuzzedLayer> layers)
    {
        var at = random.Int(0, layers.Count - 2);
        return layers.Count < 2 ? layers : [.. layers.Take(at), layers[at + 1], layers[at], .. layers.Skip(at + 2)];
    }

    private static IReadOnlyList<FuzzedLayer> Rename(FuzzRandom random, IReadOnlyList<FuzzedLayer> layers)
    {
        var names = random.Chance(0.3) ? LayerName.MembersOfModule : Names;
        var renamed = layers.ToArray();
        for (var count = random.Int(1, 2); count > 0; count--)
        {
            var at = random.Int(0, renamed.Length - 1);
            renamed[at] = renamed[at] with { Name = random.Pick(names) };
        }

        return renamed;
    }

    private static DataDraft Resize(FuzzRandom random, DataDraft data)
    {
        var sizes = data.Sizes.ToArray();
        var at = random.Int(0, sizes.Length - 1);
        sizes[at] = random.Pick(sizes[at] + 1, sizes[at] - 1, 0, -1, int.MinValue, int.MaxValue, 1 << 16);
        return data with { Sizes = sizes };
    }

    private static GanDraft OfGan(FuzzRandom random, GanDraft gan) =>
        random.Int(0, 2) switch
        {
            0 => gan with { DiscriminatorSteps = random.Pick(0, -1, 2, int.MinValue) },
            1 => gan with { BatchSize = random.Pick(0, -1, 1, int.MinValue, int.MaxValue) },
            _ => gan with { Epochs = random.Pick(0, -1, int.MinValue, int.MaxValue) },
        };

    private static GanDraft OfOptimizer(FuzzRandom random, GanDraft gan)
    {
        random.Wildness = WildnessOfAnArgument;
        var optimizer = OptimizerCatalog.Draw(random);
        random.Wildness = 0;
        return random.Int(0, 3) switch
        {
            0 => gan with { Optimizers = [optimizer] },
            1 => gan with { Generator = gan.Generator! with { Optimizers = [optimizer] } },
            2 => gan with { Discriminator = gan.Discriminator! with { Optimizers = [optimizer] } },
            _ => gan with
            {
                Optimizers =
                [
                    new FuzzedAdam(null, null, null, null, null, null),
                    new FuzzedSgd(0.1, null, null, null, null),
                ],
            },
        };
    }

    private static GanDraft OfParts(FuzzRandom random, GanDraft gan) =>
        random.Int(0, 5) switch
        {
            0 => gan with { Data = [] },
            1 => gan with
            {
                Data =
                [
                    gan.Data[0],
                    gan.Data[0].Kind == "Point" ? new("Signal", [2, 2], null) : new("Point", [2], null),
                ],
            },
            2 => gan with { Generator = null },
            3 => gan with { Discriminator = null },
            4 => gan with { Generator = gan.Generator! with { Layers = [] } },
            _ => gan with { Discriminator = gan.Discriminator! with { Layers = [] } },
        };

    private static GanDraft OfMembers(FuzzRandom random, GanDraft gan) =>
        random.Int(0, 3) switch
        {
            0 => gan with { Loss = "(GanLoss)77" },
            1 => gan with { Update = "(GanUpdate)77" },
            2 => gan with { Distribution = "(LatentDistribution)77" },
            _ => gan with { Data = [gan.Data[0] with { Range = "(ValueRange)77" }] },
        };
}
