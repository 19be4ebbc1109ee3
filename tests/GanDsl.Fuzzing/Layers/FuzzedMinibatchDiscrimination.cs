using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>Salimans et al. 2016, pair by pair.</summary>
internal sealed record FuzzedMinibatchDiscrimination(int OutFeatures, int KernelDims) : FuzzedLayer
{
    public override int? Rank => 1;

    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedMinibatchDiscrimination(random.IntArgument(1, 5), random.IntArgument(1, 4));

    public override string? ContractRefusal(long[] input) =>
        OutFeatures == 0 || KernelDims == 0 ? Contract.EmptyTensor : null;

    public override long[]? Expect(long[] input) =>
        input.Length != 1 || OutFeatures < 1 || KernelDims < 1 ? null : [input[0] + OutFeatures];

    public override IEnumerable<double[]> Holds(long[] input) =>
        [
            [input[0], OutFeatures, KernelDims],
        ];

    public override double Operations(long[] input) => Sizes.Product(input) * OutFeatures * KernelDims;

    public override nn.Module<Tensor, Tensor>? Create(long[] shape)
    {
        // TorchSharp's rand does not look at what libtorch says to negative sizes, and the next call ends the process.
        if (OutFeatures < 1 || KernelDims < 1)
        {
            throw new ArgumentException("A size is negative.");
        }

        return new Parametrized(
            [rand(shape[1], OutFeatures, KernelDims) - 0.5],
            (weights, x) =>
            {
                if (x.dim() != 2)
                {
                    throw new ArgumentException("It compares vectors.");
                }

                var maps = einsum("na,abc->nbc", x, weights[0]);
                var rows = Enumerable.Range(0, (int)x.shape[0]).Select(i => cat([x[i], Closeness(maps, i)], 0));
                return stack(rows, 0);
            }
        );
    }

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => module!.call(x);

    protected override AttributeText Arguments(AttributeText text) => text.Add(OutFeatures, KernelDims);

    private static Tensor Closeness(Tensor maps, int example)
    {
        // Alone, an example is close to nobody, and the maps have a gradient of zero.
        var closeness = maps[example].sum(1) * 0;
        for (var other = 0; other < maps.shape[0]; other++)
        {
            if (other != example)
            {
                closeness = closeness + (-(maps[example] - maps[other]).abs().sum(1)).exp();
            }
        }

        return closeness;
    }
}
