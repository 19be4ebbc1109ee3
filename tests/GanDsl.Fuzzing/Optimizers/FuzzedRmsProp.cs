using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Optimizers;

internal sealed record FuzzedRmsProp(
    double? LearningRate,
    double? Alpha,
    double? Eps,
    double? WeightDecay,
    double? Momentum,
    bool? Centered
) : FuzzedOptimizer(LearningRate)
{
    public override string Attribute =>
        new AttributeText("RmsProp")
            .AddIfGiven(LearningRate)
            .Set("Alpha", Alpha)
            .Set("Eps", Eps)
            .Set("WeightDecay", WeightDecay)
            .Set("Momentum", Momentum)
            .Set("Centered", Centered)
            .ToString();

    protected override IEnumerable<double?> Numbers => [LearningRate, Alpha, Eps, WeightDecay, Momentum];

    public override string? ContractRefusal =>
        Eps > float.MaxValue ? Contract.InfiniteDenominator
        : Eps is { } eps && (float)eps == 0 ? Contract.ZeroDenominator
        : Alpha >= 1 ? Contract.AlphaIsAShare
        : Centered == true && (float)(Alpha ?? 0.99) == 0 ? Contract.VarianceOfOneGradient
        : base.ContractRefusal;

    public static FuzzedOptimizer Draw(FuzzRandom random) =>
        new FuzzedRmsProp(
            random.Optional(0.7, () => random.DoubleArgument(5e-5, 1e-3, 0.1)),
            random.Optional(0.4, () => random.DoubleArgument(0.99, 0.9, 0)),
            random.Optional(0.3, () => random.DoubleArgument(1e-8, 1e-3, 1)),
            random.Optional(0.3, () => random.DoubleArgument(0, 1e-2, 0.5)),
            random.Optional(0.4, () => random.DoubleArgument(0, 0.5, 0.9)),
            random.Optional(0.3, () => random.Chance(0.5))
        );

    public override optim.Optimizer Create(IEnumerable<Parameter> parameters) =>
        optim.RMSProp(
            parameters,
            LearningRate ?? 1e-2,
            Alpha ?? 0.99,
            Eps ?? 1e-8,
            WeightDecay ?? 0,
            Momentum ?? 0,
            Centered ?? false
        );
}
