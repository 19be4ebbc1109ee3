using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedAvgPool(int KernelSize, int? Stride, int? Padding, bool? CeilMode, bool? CountIncludePad)
    : FuzzedPool(KernelSize, Stride, Padding, CeilMode)
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var (kernel, stride, padding, ceil) = DrawWindows(random, input);
        return new FuzzedAvgPool(kernel, stride, padding, ceil, random.Optional(0.3, () => random.Chance(0.3)));
    }

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        var (kernel, stride, padding) = (KernelSize, Stride ?? KernelSize, Padding ?? 0);
        var counts = CountIncludePad ?? true;
        long[] Of(long number) => Each(number, x.dim());
        return x.dim() switch
        {
            3 => nn.functional.avg_pool1d(x, kernel, stride, padding, IsCeiled, counts),
            4 => nn.functional.avg_pool2d(x, Of(kernel), Of(stride), Of(padding), IsCeiled, counts),
            5 => nn.functional.avg_pool3d(x, Of(kernel), Of(stride), Of(padding), IsCeiled, counts),
            var dimensions => throw new ArgumentException($"PyTorch has no pooling of {dimensions} dimensions."),
        };
    }

    protected override AttributeText Arguments(AttributeText text) =>
        base.Arguments(text).Set("CountIncludePad", CountIncludePad);
}
