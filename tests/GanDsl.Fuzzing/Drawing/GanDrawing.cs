using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Optimizers;
using GanDsl.Fuzzing.Regularizers;
using GanDsl.Fuzzing.Structure;

namespace GanDsl.Fuzzing.Drawing;

/// <summary>Draws a declaration: one that works as far as a textbook knows, then for many of them one mistake.</summary>
internal static class GanDrawing
{
    public static GanDraft Draw(FuzzRandom random)
    {
        var data = DrawData(random);
        var latent = random.Int(1, 16);
        var wildNetwork = random.Int(0, 3);
        var wildLayer = random.Int(0, 4);
        var update = Member<GanUpdate>(random);
        var regularizers = RegularizerCatalog.Draw(random);
        var labels = random.Chance(0.25) ? random.Pick<int?>(1, 2, 3, 5) : null;
        (random.Classes, random.HasLabels) = (labels ?? 1, labels is not null);
        var packing = regularizers.OfType<FuzzedPacking>().FirstOrDefault()?.Count ?? 1;
        var parts = regularizers.OfType<FuzzedAccumulateGradients>().FirstOrDefault()?.Parts ?? 1;
        var gan = new GanDraft(
            Member<GanLoss>(random),
            update,
            update == GanDraft.Simultaneous ? null : random.Optional(0.2, () => random.Int(1, 3)),
            packing * parts == 1 || random.Chance(0.05)
                ? random.Pick<int?>(null, null, 1, 1, 2, 3, 64)
                : packing * parts * random.Int(1, 3),
            random.Optional(0.1, () => random.Int(1, 3)),
            latent,
            Member<LatentDistribution>(random),
            [data],
            DrawOptimizers(random),
            new(
                "Generator",
                new NetworkDrawing(random).Generator(latent, data.Shape, wildNetwork is 0 ? wildLayer : -1),
                DrawOptimizers(random),
                FuzzedModifier.DrawFew(random, 0.1, withSpectralNorm: true)
            ),
            new(
                "Discriminator",
                new NetworkDrawing(random).Discriminator(
                    [packing * data.Shape[0], .. data.Shape[1..]],
                    wildNetwork is 1 ? wildLayer : -1
                ),
                DrawOptimizers(random),
                FuzzedModifier.DrawFew(random, 0.15, withSpectralNorm: true)
            ),
            regularizers,
            labels is not null && random.Chance(0.05) ? random.Pick(0, -1) : labels,
            FuzzedModifier.DrawFew(random, 0.1, withSpectralNorm: false),
            DrawOption(random, update)
        );
        return wildNetwork >= 2 && random.Chance(0.65) ? Mistakes.Make(random, gan) : gan;
    }

    public static string? Member<TEnum>(FuzzRandom random)
        where TEnum : struct, Enum =>
        random.Chance(0.6) ? null : $"{typeof(TEnum).Name}.{random.Pick(Enum.GetNames<TEnum>())}";

    private static DataDraft DrawData(FuzzRandom random)
    {
        var range = Member<ValueRange>(random);
        return random.Int(0, 5) switch
        {
            0 => new("Signal", [random.Int(1, 4), random.Int(1, 24)], range),
            1 => new("Point", [random.Int(1, 12)], range),
            _ => new("Image", [random.Int(1, 4), random.Int(1, 12), random.Int(1, 12)], range),
        };
    }

    /// <summary>An option other than the size of the minibatch and the seed, which are always given.</summary>
    private static string? DrawOption(FuzzRandom random, string? update) =>
        random.Int(0, 9) switch
        {
            0 => "GeneratorLearningRate = 0.01",
            1 => "DiscriminatorLearningRate = 1e-4",
            2 => "Epochs = 2, Steps = 1",
            3 => "Device = GanDsl.GanDevice.Cpu",
            4 when update != GanDraft.Simultaneous => "DiscriminatorSteps = 2",
            _ => null,
        };

    private static FuzzedOptimizer[] DrawOptimizers(FuzzRandom random) =>
        random.Chance(0.3) ? [OptimizerCatalog.Draw(random)] : [];
}
