using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedAdaptiveAvgPool(params int[] OutputSizes) : FuzzedLayer
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var count = random.IsWild() ? random.Int(0, 4) : random.Pick(1, Math.Max(1, input.Length - 1));
        return new FuzzedAdaptiveAvgPool([.. Enumerable.Range(0, count).Select(_ => random.IntArgument(1, 5))]);
    }

    public override string? ContractRefusal(long[] input) => OutputSizes.Contains(0) ? Contract.EmptyTensor : null;

    public override long[]? Expect(long[] input) =>
        input.Length is < 2 or > 4
        || OutputSizes.Any(size => size < 1)
        || (OutputSizes.Length != 1 && OutputSizes.Length != input.Length - 1)
            ? null
            : [input[0], .. ForEach(input.Length - 1)];

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        x.dim() switch
        {
            3 when OutputSizes.Length == 1 => nn.functional.adaptive_avg_pool1d(x, OutputSizes[0]),
            4 => nn.functional.adaptive_avg_pool2d(x, ForEach(2)),
            5 => nn.functional.adaptive_avg_pool3d(x, ForEach(3)),
            _ => throw new ArgumentException("PyTorch has no such pooling."),
        };

    protected override AttributeText Arguments(AttributeText text) => text.Add(OutputSizes);

    private long[] ForEach(int dimensions) =>
        OutputSizes.Length == 1
            ? [.. Enumerable.Repeat((long)OutputSizes[0], dimensions)]
            : [.. OutputSizes.Select(size => (long)size)];
}
