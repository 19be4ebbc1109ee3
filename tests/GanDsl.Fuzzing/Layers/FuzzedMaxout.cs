using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>Goodfellow et al. 2013, written the other way round from GanDsl's: one linear layer, cut into pieces by stepping through it.</summary>
internal sealed record FuzzedMaxout(int OutFeatures, int Pieces, bool? Bias) : FuzzedLayer
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedMaxout(
            random.IntArgument(1, 8),
            random.IntArgument(1, 4),
            random.Optional(0.2, () => random.Chance(0.5))
        );

    public override string? ContractRefusal(long[] input) => OutFeatures == 0 ? Contract.EmptyTensor : null;

    public override string? WeightKind => "Maxout";

    public override long[]? Expect(long[] input) =>
        OutFeatures < 1 || Pieces < 1 ? null : [.. input[..^1], OutFeatures];

    public override IEnumerable<double[]> Holds(long[] input) =>
        [
            [OutFeatures, Pieces, input[^1]],
            [.. input[..^1], OutFeatures, Pieces],
        ];

    public override double Operations(long[] input) => Sizes.Product(input) * OutFeatures * Pieces;

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        nn.Linear(shape[^1], (long)OutFeatures * Pieces, Bias ?? true);

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        var linear = module!.call(x);
        var last = linear.dim() - 1;
        var largest = linear.slice(last, 0, linear.shape[last], Pieces);
        for (var piece = 1; piece < Pieces; piece++)
        {
            largest = maximum(largest, linear.slice(last, piece, linear.shape[last], Pieces));
        }

        return largest;
    }

    protected override AttributeText Arguments(AttributeText text) => text.Add(OutFeatures, Pieces).Set("Bias", Bias);
}
