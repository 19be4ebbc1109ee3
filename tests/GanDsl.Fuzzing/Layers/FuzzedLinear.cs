using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedLinear(int OutFeatures, bool? Bias) : FuzzedLayer
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedLinear(random.IntArgument(1, 12), random.Optional(0.2, () => random.Chance(0.5)));

    public override string? ContractRefusal(long[] input) => OutFeatures == 0 ? Contract.EmptyTensor : null;

    public override string? WeightKind => "Linear";

    public override long[]? Expect(long[] input) => OutFeatures < 1 ? null : [.. input[..^1], OutFeatures];

    public override IEnumerable<double[]> Holds(long[] input) =>
        [
            [OutFeatures, input[^1]],
        ];

    public override double Operations(long[] input) => Sizes.Product(input) * OutFeatures;

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) => nn.Linear(shape[^1], OutFeatures, Bias ?? true);

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => module!.call(x);

    protected override AttributeText Arguments(AttributeText text) => text.Add(OutFeatures).Set("Bias", Bias);
}
