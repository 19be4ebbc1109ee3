using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// How adaptive augmentation moves each image, as vectors [N]: the pixel blitting and the general geometric transformations of Karras
/// et al. 2020, appendix B, in their order.
/// </summary>
internal sealed class GeometricDraw
{
    private const double GreatestShift = 0.125;
    private const double ScaleDeviation = 0.2;
    private const double AnisotropyDeviation = 0.2;
    private const double FractionDeviation = 0.125;

    /// <summary>Moves nothing.</summary>
    public GeometricDraw(long n, ScalarType type, Device device)
    {
        (Flip, QuarterTurns, ColumnShift, RowShift) = (Zeros(), Zeros(), Zeros(), Zeros());
        (PreRotation, PostRotation, ColumnFraction, RowFraction) = (Zeros(), Zeros(), Zeros(), Zeros());
        (Scale, Anisotropy) = (ones([n], type, device), ones([n], type, device));

        Tensor Zeros() => zeros([n], type, device);
    }

    /// <summary>1 where left and right change places, else 0.</summary>
    public Tensor Flip { get; init; }

    /// <summary>Turns by 90°: 0, 1, 2 or 3.</summary>
    public Tensor QuarterTurns { get; init; }

    /// <summary>Whole pixels to the right.</summary>
    public Tensor ColumnShift { get; init; }

    /// <summary>Whole pixels down.</summary>
    public Tensor RowShift { get; init; }

    /// <summary>The factor of both sides.</summary>
    public Tensor Scale { get; init; }

    /// <summary>The angle before the anisotropic scaling, in radians.</summary>
    public Tensor PreRotation { get; init; }

    /// <summary>The factor of the width, by which the height is divided.</summary>
    public Tensor Anisotropy { get; init; }

    /// <summary>The angle after the anisotropic scaling, in radians.</summary>
    public Tensor PostRotation { get; init; }

    /// <summary>To the right, in pixels.</summary>
    public Tensor ColumnFraction { get; init; }

    /// <summary>Down, in pixels.</summary>
    public Tensor RowFraction { get; init; }

    /// <summary>Draws for images [N, C, H, W] in float32, each transformation with a probability.</summary>
    /// <param name="images">For their shape and device.</param>
    /// <param name="probability">Of each transformation for each image: a number on that device.</param>
    public static GeometricDraw Of(Tensor images, Tensor probability)
    {
        var (n, height, width) = (images.shape[0], images.shape[2], images.shape[3]);
        var chance = rand([8, n], ScalarType.Float32, images.device);
        var even = rand([6, n], ScalarType.Float32, images.device);
        var normal = randn([4, n], ScalarType.Float32, images.device);
        var (zero, one) = (zeros([], ScalarType.Float32, images.device), ones([], ScalarType.Float32, images.device));

        // Either rotation happens with the probability together.
        var rotation = probability.SubtractFrom(1).sqrt().SubtractFrom(1);
        var (isShifted, isTranslated) = (chance[2].lt(probability), chance[7].lt(probability));
        return new(n, ScalarType.Float32, images.device)
        {
            Flip = where(chance[0].lt(probability), even[0].Times(2).floor(), zero),
            QuarterTurns =
                height == width ? where(chance[1].lt(probability), even[1].Times(4).floor(), zero) : zero.expand(n),
            ColumnShift = where(isShifted, Symmetric(even[2]).Times(GreatestShift * width).round(), zero),
            RowShift = where(isShifted, Symmetric(even[3]).Times(GreatestShift * height).round(), zero),
            Scale = where(chance[3].lt(probability), normal[0].Times(ScaleDeviation).exp2(), one),
            PreRotation = where(chance[4].lt(rotation), Symmetric(even[4]).Times(Math.PI), zero),
            Anisotropy = where(chance[5].lt(probability), normal[1].Times(AnisotropyDeviation).exp2(), one),
            PostRotation = where(chance[6].lt(rotation), Symmetric(even[5]).Times(Math.PI), zero),
            ColumnFraction = where(isTranslated, normal[2].Times(FractionDeviation * width), zero),
            RowFraction = where(isTranslated, normal[3].Times(FractionDeviation * height), zero),
        };
    }

    /// <summary>
    /// Where each pixel comes from: a matrix [N, 2, 3] that takes a place (x, y, 1) in the new image to one in the old, both in pixels
    /// from the centre, x to the right and y down. Flips, quarter turns and whole shifts are exact.
    /// </summary>
    public Tensor Inverse()
    {
        using var scope = NewDisposeScope();
        var turn = QuarterTurns.Times(Math.PI / 2);
        var (cosine, sine) = (turn.cos().round(), turn.sin().round());
        var mirror = Flip.Times(-2).Plus(1);
        var blit = Matrix(mirror * cosine, -(mirror * sine), sine, cosine);

        var nothing = zeros_like(Scale);
        var stretch = Matrix((Scale * Anisotropy).reciprocal(), nothing, nothing, Anisotropy / Scale);
        var general = Rotation(PreRotation).bmm(stretch).bmm(Rotation(PostRotation));

        var fraction = stack([ColumnFraction, RowFraction], 1).unsqueeze(2);
        var shift = stack([ColumnShift, RowShift], 1).unsqueeze(2);
        var inner = cat([general, -general.bmm(fraction) - shift], 2);
        return blit.bmm(inner).MoveToOuterDisposeScope();
    }

    private static Tensor Symmetric(Tensor even) => even.Times(2).Minus(1);

    private static Tensor Rotation(Tensor angle) => Matrix(angle.cos(), -angle.sin(), angle.sin(), angle.cos());

    private static Tensor Matrix(Tensor a, Tensor b, Tensor c, Tensor d) => stack([a, b, c, d], 1).reshape(-1, 2, 2);
}
