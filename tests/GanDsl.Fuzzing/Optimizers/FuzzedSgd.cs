using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Optimizers;

internal sealed record FuzzedSgd(
    double? LearningRate,
    double? Momentum,
    double? Dampening,
    double? WeightDecay,
    bool? Nesterov
) : FuzzedOptimizer(LearningRate)
{
    public override string Attribute =>
        new AttributeText("Sgd")
            .AddIfGiven(LearningRate)
            .Set("Momentum", Momentum)
            .Set("Dampening", Dampening)
            .Set("WeightDecay", WeightDecay)
            .Set("Nesterov", Nesterov)
            .ToString();

    protected override IEnumerable<double?> Numbers => [LearningRate, Momentum, Dampening, WeightDecay];

    public override string? ContractRefusal =>
        Dampening is { } dampening && !(Math.Abs(dampening) <= float.MaxValue)
            ? Contract.InfiniteDampening
            : base.ContractRefusal;

    public static FuzzedOptimizer Draw(FuzzRandom random)
    {
        var nesterov = random.Optional(0.3, () => random.Chance(0.5));
        var isNesterov = nesterov == true && !random.IsWild();
        return new FuzzedSgd(
            random.DoubleArgument(1e-3, 0.1),
            isNesterov
                ? random.DoubleArgument(0.5, 0.9)
                : random.Optional(0.5, () => random.DoubleArgument(0, 0.5, 0.9)),
            isNesterov ? null : random.Optional(0.3, () => random.DoubleArgument(0, 0.1, 1)),
            random.Optional(0.3, () => random.DoubleArgument(0, 1e-2)),
            nesterov
        );
    }

    public override optim.Optimizer Create(IEnumerable<Parameter> parameters) =>
        optim.SGD(parameters, LearningRate!.Value, Momentum ?? 0, Dampening ?? 0, WeightDecay ?? 0, Nesterov ?? false);
}
