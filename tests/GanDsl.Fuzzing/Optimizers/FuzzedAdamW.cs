using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Optimizers;

internal sealed record FuzzedAdamW(
    double? LearningRate,
    double? Beta1,
    double? Beta2,
    double? Eps,
    double? WeightDecay,
    bool? AmsGrad
) : FuzzedOptimizer(LearningRate)
{
    public override string Attribute =>
        new AttributeText("AdamW")
            .AddIfGiven(LearningRate)
            .Set("Beta1", Beta1)
            .Set("Beta2", Beta2)
            .Set("Eps", Eps)
            .Set("WeightDecay", WeightDecay)
            .Set("AmsGrad", AmsGrad)
            .ToString();

    protected override IEnumerable<double?> Numbers => [LearningRate, Beta1, Beta2, Eps, WeightDecay];

    public override string? ContractRefusal =>
        Eps > float.MaxValue ? Contract.InfiniteDenominator
        : Eps is { } eps && (float)eps == 0 ? Contract.ZeroDenominator
        : base.ContractRefusal;

    public static FuzzedOptimizer Draw(FuzzRandom random) =>
        new FuzzedAdamW(
            random.Optional(0.7, () => random.DoubleArgument(2e-4, 1e-3, 0.1)),
            random.Optional(0.4, () => random.DoubleArgument(0.5, 0.9, 0)),
            random.Optional(0.3, () => random.DoubleArgument(0.999, 0.9, 0)),
            random.Optional(0.3, () => random.DoubleArgument(1e-8, 1e-3, 1)),
            random.Optional(0.5, () => random.DoubleArgument(0, 1e-2, 0.5)),
            random.Optional(0.3, () => random.Chance(0.5))
        );

    /// <summary>The engine's own default of the decay is 0.</summary>
    public override optim.Optimizer Create(IEnumerable<Parameter> parameters) =>
        optim.AdamW(
            parameters,
            LearningRate ?? 1e-3,
            Beta1 ?? 0.9,
            Beta2 ?? 0.999,
            Eps ?? 1e-8,
            WeightDecay ?? 0.01,
            AmsGrad ?? false
        );
}
