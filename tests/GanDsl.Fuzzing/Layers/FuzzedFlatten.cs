using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedFlatten(int? StartDim, int? EndDim) : FuzzedLayer
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var rank = input.Length;
        if (random.IsWild())
        {
            return new FuzzedFlatten(
                random.Optional(0.7, () => random.Int(-rank - 2, rank + 1)),
                random.Optional(0.7, () => random.Int(-rank - 2, rank + 1))
            );
        }

        var start = random.Int(1, rank);
        var end = random.Int(start, rank);
        return random.Chance(0.5)
            ? new FuzzedFlatten(null, null)
            : new FuzzedFlatten(
                random.Chance(0.5) ? start : start - rank - 1,
                random.Chance(0.5) ? end : end - rank - 1
            );
    }

    public override string? ContractRefusal(long[] input)
    {
        var start = StartDim ?? 1;
        return start == 0 || start == -input.Length - 1 ? Contract.MinibatchStays : null;
    }

    public override long[]? Expect(long[] input)
    {
        var start = Index(StartDim ?? 1, input);
        var end = Index(EndDim ?? -1, input);
        return start < 0 || end < start || end >= input.Length
            ? null
            : [.. input[..start], (long)Sizes.Product(input[start..(end + 1)]), .. input[(end + 1)..]];
    }

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        x.flatten(StartDim ?? 1, EndDim ?? -1);

    protected override AttributeText Arguments(AttributeText text) =>
        text.Set("StartDim", StartDim).Set("EndDim", EndDim);

    private static int Index(int dimension, long[] input) => dimension < 0 ? dimension + input.Length : dimension - 1;
}
