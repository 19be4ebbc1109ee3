using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The colour of differentiable augmentation: brightness, saturation and contrast (Zhao et al. 2020).</summary>
internal static class ColorJitter
{
    /// <summary>Changes each image [C, H, W] by three numbers of its own.</summary>
    public static Tensor Draw(Tensor images)
    {
        using var scope = NewDisposeScope();
        var type = ComputingType.Of(images);
        var draws = rand([3, images.shape[0], 1, 1, 1], ScalarType.Float32, images.device).to(type);
        var brighter = Brightness(images.to(type), draws[0]);
        var saturated = Saturation(brighter, draws[1]);
        return Contrast(saturated, draws[2]).to(images.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>x + (u - 0.5).</summary>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="u">[N, 1, 1, 1] in [0, 1).</param>
    public static Tensor Brightness(Tensor images, Tensor u)
    {
        using var scope = NewDisposeScope();
        return images.Plus(u.Minus(0.5)).MoveToOuterDisposeScope();
    }

    /// <summary>(x - m)·2u + m, with the mean m over the channels of each pixel.</summary>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="u">[N, 1, 1, 1] in [0, 1).</param>
    public static Tensor Saturation(Tensor images, Tensor u)
    {
        using var scope = NewDisposeScope();
        var mean = images.mean([1], keepdim: true);
        return ((images - mean) * u.Times(2)).Plus(mean).MoveToOuterDisposeScope();
    }

    /// <summary>(x - m)·(u + 0.5) + m, with the mean m of each image.</summary>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="u">[N, 1, 1, 1] in [0, 1).</param>
    public static Tensor Contrast(Tensor images, Tensor u)
    {
        using var scope = NewDisposeScope();
        var mean = images.mean([1, 2, 3], keepdim: true);
        return ((images - mean) * u.Plus(0.5)).Plus(mean).MoveToOuterDisposeScope();
    }
}
