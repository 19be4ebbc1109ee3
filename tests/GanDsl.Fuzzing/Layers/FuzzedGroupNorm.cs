using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedGroupNorm(int Groups, double? Eps, bool? Affine) : FuzzedLayer
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedGroupNorm(
            random.IsWild()
                ? random.Pick((int)input[0], (int)input[0] + 1, random.OddInteger())
                : random.Pick([
                    .. Enumerable.Range(1, (int)Math.Min(64, input[0])).Where(each => input[0] % each == 0),
                ]),
            random.Optional(0.3, () => random.DoubleArgument(1e-5, 1e-3, 1e-8, 1)),
            random.Optional(0.3, () => random.Chance(0.5))
        );

    public override string? ContractRefusal(long[] input) =>
        Contract.OfEps(Eps) ?? (Sizes.Product(input) == Groups ? Contract.OneValueIsItsMean : null);

    public override string? WeightKind => "Normalizations";

    public override IReadOnlyList<string> Weights => ["weight0"];

    public override string BiasName => "weight1";

    public override long[]? Expect(long[] input) =>
        Groups < 1 || input[0] % Groups != 0 || Sizes.Product(input) == Groups ? null : input;

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        new Parametrized(
            Affine ?? true ? [ones(shape[1]), zeros(shape[1])] : [],
            (weights, x) =>
            {
                if (Groups < 1 || x.shape[1] % Groups != 0)
                {
                    throw new ArgumentException("The groups have to divide the channels.");
                }

                var groups = x.reshape(x.shape[0], Groups, -1);
                var centred = groups - groups.mean([-1], keepdim: true);
                var deviation = (centred.pow(2).mean([-1], keepdim: true) + (Eps ?? 1e-5)).sqrt();
                var normal = (centred / deviation).reshape(x.shape);
                long[] shaped = [x.shape[1], .. x.shape.Skip(2).Select(_ => 1L)];
                return weights.Length == 0
                    ? normal
                    : (normal * weights[0].reshape(shaped)) + weights[1].reshape(shaped);
            }
        );

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => module!.call(x);

    protected override AttributeText Arguments(AttributeText text) =>
        text.Add(Groups).Set("Eps", Eps).Set("Affine", Affine);
}
