using GanDsl.Fuzzing.Drawing;

namespace GanDsl.Fuzzing.Optimizers;

/// <summary>Every optimiser that declarations are drawn from; a test compares it with GanDsl's own.</summary>
internal static class OptimizerCatalog
{
    public static readonly IReadOnlyDictionary<string, Func<FuzzRandom, FuzzedOptimizer>> Draws = new SortedDictionary<
        string,
        Func<FuzzRandom, FuzzedOptimizer>
    >(StringComparer.Ordinal)
    {
        ["Adam"] = FuzzedAdam.Draw,
        ["AdamW"] = FuzzedAdamW.Draw,
        ["RmsProp"] = FuzzedRmsProp.Draw,
        ["Sgd"] = FuzzedSgd.Draw,
    };

    private static readonly string[] Kinds = [.. Draws.Keys];

    public static FuzzedOptimizer Draw(FuzzRandom random) => Draws[random.Pick(Kinds)](random);
}
