using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedELU(double? Alpha) : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedELU(random.Optional(0.6, () => random.DoubleArgument(1, 0.5, 0, 2)));

    public override string? ContractRefusal(long[] input) => double.IsFinite(Alpha ?? 1) ? null : Contract.NoNumber;

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        nn.functional.elu(x, Alpha ?? 1);

    protected override AttributeText Arguments(AttributeText text) => text.AddIfGiven(Alpha);
}
