using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>Zhang et al. 2019, written with indices: position i counts at position j as softmax over i of f(xᵢ)·g(xⱼ).</summary>
internal sealed record FuzzedSelfAttention : FuzzedLayer
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) => new FuzzedSelfAttention();

    public override string? WeightKind => "Attention";

    public override IReadOnlyList<string> Weights => ["weight1", "weight2", "weight3"];

    public override IReadOnlyList<string> NormalizedWeights => Weights;

    public override bool HoldsNorms => true;

    public override long[]? Expect(long[] input) => input.Length is >= 2 and <= 4 ? input : null;

    public override IEnumerable<double[]> Holds(long[] input) =>
        [
            [Sizes.Product(input[1..]), Sizes.Product(input[1..])],
        ];

    public override double Operations(long[] input) => Sizes.Product(input) * Sizes.Product(input[1..]);

    public override nn.Module<Tensor, Tensor>? Create(long[] shape)
    {
        var (channels, keys) = (shape[1], Math.Max(1, shape[1] / 8));
        return new Parametrized(
            [zeros(1), rand(keys, channels, 1) - 0.5, rand(keys, channels, 1) - 0.5, rand(channels, channels, 1) - 0.5],
            (weights, x) =>
            {
                if (x.dim() is < 3 or > 5)
                {
                    throw new ArgumentException("There are no positions.");
                }

                var values = x.flatten(2);
                Tensor Map(int weight) => einsum("kc,ncl->nkl", weights[weight].squeeze(-1), values);
                var weighted = einsum("nki,nkj->nij", Map(1), Map(2)).softmax(1);
                var mixed = einsum("nci,nij->ncj", Map(3), weighted);
                return x + (weights[0] * mixed).reshape(x.shape);
            }
        );
    }

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => module!.call(x);

    protected override AttributeText Arguments(AttributeText text) => text;
}
