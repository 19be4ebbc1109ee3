using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>How adaptive augmentation changes the colour of each image, as vectors [N] (Karras et al. 2020, appendix B), in this order.</summary>
internal sealed class ColorDraw
{
    private const double BrightnessDeviation = 0.2;
    private const double ContrastDeviation = 0.5;
    private const double SaturationDeviation = 1;

    /// <summary>Changes nothing.</summary>
    public ColorDraw(long n, ScalarType type, Device device)
    {
        (Brightness, LumaFlip, Hue) = (zeros([n], type, device), zeros([n], type, device), zeros([n], type, device));
        (Contrast, Saturation) = (ones([n], type, device), ones([n], type, device));
    }

    /// <summary>What is added.</summary>
    public Tensor Brightness { get; init; }

    /// <summary>The factor of all values.</summary>
    public Tensor Contrast { get; init; }

    /// <summary>1 where the mean of the three colours changes its sign, else 0.</summary>
    public Tensor LumaFlip { get; init; }

    /// <summary>The angle around the axis of greys, in radians.</summary>
    public Tensor Hue { get; init; }

    /// <summary>The factor of the distance from the axis of greys.</summary>
    public Tensor Saturation { get; init; }

    /// <summary>Draws for images [N, C, H, W] in float32, each transformation with a probability.</summary>
    /// <param name="images">For their shape and device.</param>
    /// <param name="probability">Of each transformation for each image: a number on that device.</param>
    public static ColorDraw Of(Tensor images, Tensor probability)
    {
        var n = images.shape[0];
        var chance = rand([5, n], ScalarType.Float32, images.device);
        var even = rand([2, n], ScalarType.Float32, images.device);
        var normal = randn([3, n], ScalarType.Float32, images.device);
        var (zero, one) = (zeros([], ScalarType.Float32, images.device), ones([], ScalarType.Float32, images.device));
        return new(n, ScalarType.Float32, images.device)
        {
            Brightness = where(chance[0].lt(probability), normal[0].Times(BrightnessDeviation), zero),
            Contrast = where(chance[1].lt(probability), normal[1].Times(ContrastDeviation).exp2(), one),
            LumaFlip = where(chance[2].lt(probability), even[0].Times(2).floor(), zero),
            Hue = where(chance[3].lt(probability), even[1].Times(2).Minus(1).Times(Math.PI), zero),
            Saturation = where(chance[4].lt(probability), normal[2].Times(SaturationDeviation).exp2(), one),
        };
    }

    /// <summary>Changes images of three channels, or the brightness and contrast of images of one; images that are left alone stay to the bit.</summary>
    /// <param name="images">[N, 3, H, W] or [N, 1, H, W].</param>
    public Tensor Apply(Tensor images)
    {
        using var scope = NewDisposeScope();
        var isColored = images.shape[1] == 3;
        var changed = isColored
            ? Transformed(images)
            : Images(Contrast, images) * images.Plus(Images(Brightness, images));
        var isChanged = Brightness.ne(zeros_like(Brightness)).logical_or(Contrast.ne(ones_like(Contrast)));
        if (isColored)
        {
            isChanged = isChanged
                .logical_or(LumaFlip.ne(zeros_like(LumaFlip)))
                .logical_or(Hue.ne(zeros_like(Hue)))
                .logical_or(Saturation.ne(ones_like(Saturation)));
        }

        return where(isChanged.reshape(-1, 1, 1, 1), changed, images).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The first three rows of the product of the five matrices in homogeneous colour space, [N, 3, 4]. With the axis of greys v =
    /// (1, 1, 1) / √3, along it P = vvᵀ, across it A = 1 - P, and K w = v × w, the luma flip is A ± P, the hue rotation P + A cos θ +
    /// K sin θ, and the saturation P + sA, so that all of them are c((1 - 2i)P + s(A cos θ + K sin θ)), and the offset c(1 - 2i)b.
    /// </summary>
    public Tensor Matrix()
    {
        using var scope = NewDisposeScope();
        var along = Contrast * LumaFlip.Times(-2).Plus(1);
        var (cosine, sine) = (Contrast * Saturation * Hue.cos(), Contrast * Saturation * Hue.sin());

        // A circulant matrix: what a colour takes of itself, of the next one and of the one after that.
        var rest = (along - cosine).DividedBy(3);
        var turned = sine.DividedBy(Math.Sqrt(3));
        var (own, next, second) = (rest.Plus(cosine), rest - turned, rest.Plus(turned));
        var offset = along * Brightness;
        var rows = stack([own, next, second, offset, second, own, next, offset, next, second, own, offset], 1);
        return rows.reshape(-1, 3, 4).MoveToOuterDisposeScope();
    }

    private Tensor Transformed(Tensor images)
    {
        using var scope = NewDisposeScope();
        var matrix = Matrix().to(images.dtype);
        var colors = matrix.narrow(2, 0, 3).bmm(images.flatten(2)).Plus(matrix.narrow(2, 3, 1));
        return colors.reshape(images.shape).MoveToOuterDisposeScope();
    }

    private static Tensor Images(Tensor vector, Tensor like) => vector.to(like.dtype).reshape(-1, 1, 1, 1);
}
