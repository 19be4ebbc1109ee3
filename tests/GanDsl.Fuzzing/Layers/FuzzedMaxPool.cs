using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedMaxPool(int KernelSize, int? Stride, int? Padding, bool? CeilMode, int? Dilation)
    : FuzzedPool(KernelSize, Stride, Padding, CeilMode)
{
    protected override int Taps => Dilation ?? 1;

    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var (kernel, stride, padding, ceil) = DrawWindows(random, input);
        return new FuzzedMaxPool(
            kernel,
            stride,
            padding,
            ceil,
            random.Optional(0.3, () => random.IntArgument(1, (int)input[^1] + 1))
        );
    }

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        var (kernel, stride, padding, taps) = (KernelSize, Stride ?? KernelSize, Padding ?? 0, Taps);
        long[] Of(long number) => Each(number, x.dim());
        return x.dim() switch
        {
            3 => nn.functional.max_pool1d(x, kernel, stride, padding, taps, IsCeiled),
            4 => nn.functional.max_pool2d(x, Of(kernel), Of(stride), Of(padding), Of(taps), IsCeiled),
            5 => nn.functional.max_pool3d(x, Of(kernel), Of(stride), Of(padding), Of(taps), IsCeiled),
            var dimensions => throw new ArgumentException($"PyTorch has no pooling of {dimensions} dimensions."),
        };
    }

    protected override AttributeText Arguments(AttributeText text) => base.Arguments(text).Set("Dilation", Dilation);
}
