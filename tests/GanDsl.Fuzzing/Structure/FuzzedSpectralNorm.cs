using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;

namespace GanDsl.Fuzzing.Structure;

/// <summary>Miyato et al. 2018.</summary>
internal sealed record FuzzedSpectralNorm(int? PowerIterations, double? Eps) : FuzzedModifier
{
    public static FuzzedModifier Draw(FuzzRandom random) =>
        new FuzzedSpectralNorm(
            random.Optional(0.3, () => random.IntArgument(1, 4)),
            random.Optional(0.3, () => random.DoubleArgument(1e-12, 1e-8, 0))
        );

    public override string Attribute =>
        new AttributeText("SpectralNorm").Set("PowerIterations", PowerIterations).Set("Eps", Eps).ToString();

    public override string? ContractRefusal =>
        PowerIterations < 1 || (Eps is { } eps && !(eps >= 0 && eps <= float.MaxValue)) ? Contract.NoIteration : null;
}
