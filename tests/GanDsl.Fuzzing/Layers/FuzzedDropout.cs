using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedDropout(double? P) : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedDropout(random.Optional(0.8, () => random.DoubleArgument(0, 0.1, 0.5, 0.9, 1)));

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        nn.functional.dropout(x, P ?? 0.5, training);

    protected override AttributeText Arguments(AttributeText text) => text.AddIfGiven(P);
}
