using GanDsl.Fuzzing.Declarations;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>GlobalAvgPool and GlobalSumPool: one dimension after the other is reduced.</summary>
internal abstract record FuzzedGlobalPool : FuzzedLayer
{
    public override long[]? Expect(long[] input) => input.Length is >= 2 and <= 4 ? [input[0]] : null;

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        if (x.dim() is < 3 or > 5)
        {
            throw new ArgumentException("There are no positions.");
        }

        var result = x;
        while (result.dim() > 2)
        {
            result = Reduce(result);
        }

        return result;
    }

    /// <summary>Reduces the last dimension.</summary>
    protected abstract Tensor Reduce(Tensor x);

    protected override AttributeText Arguments(AttributeText text) => text;
}
