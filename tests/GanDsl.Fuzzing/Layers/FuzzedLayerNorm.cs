using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedLayerNorm(double? Eps, int? LastDimensions, bool? ElementwiseAffine) : FuzzedLayer
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedLayerNorm(
            random.Optional(0.3, () => random.DoubleArgument(1e-5, 1e-3, 1e-8, 1)),
            random.Optional(
                0.5,
                () => random.IsWild() ? random.Int(-1, input.Length + 1) : random.Int(0, input.Length)
            ),
            random.Optional(0.3, () => random.Chance(0.5))
        );

    public override string? ContractRefusal(long[] input) =>
        Contract.OfEps(Eps)
        ?? (LastDimensions < 0 ? Contract.NoNumber : null)
        ?? (Normalized(input) is { } sizes && Sizes.Product(sizes) == 1 ? Contract.OneValueIsItsMean : null);

    public override string? WeightKind => "Normalizations";

    public override long[]? Expect(long[] input) =>
        Normalized(input) is { } sizes && Sizes.Product(sizes) > 1 ? input : null;

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        nn.LayerNorm(
            Normalized(shape[1..])
                ?? throw new ArgumentException("The normalised shape has more dimensions than an example."),
            Eps ?? 1e-5,
            ElementwiseAffine ?? true
        );

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => module!.call(x);

    protected override AttributeText Arguments(AttributeText text) =>
        text.Set("Eps", Eps).Set("LastDimensions", LastDimensions).Set("ElementwiseAffine", ElementwiseAffine);

    private long[]? Normalized(long[] input) =>
        (LastDimensions ?? 0) switch
        {
            0 => input,
            var count when count < 0 || count > input.Length => null,
            var count => input[^count..],
        };
}
