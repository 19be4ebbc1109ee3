using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The cutout of differentiable augmentation (Zhao et al. 2020).</summary>
internal static class Cutout
{
    private const double Ratio = 0.5;

    /// <summary>Cuts a rectangle at a place of its own out of each image [C, H, W].</summary>
    public static Tensor Draw(Tensor images)
    {
        using var scope = NewDisposeScope();
        var (rows, columns) = (Centres(images, images.shape[2]), Centres(images, images.shape[3]));
        return At(images, rows, columns).MoveToOuterDisposeScope();
    }

    /// <summary>How far the rectangle goes along a side: half of it, rounded to whole pixels.</summary>
    public static long Length(long side) => (long)((side * Ratio) + 0.5);

    /// <summary>One more than the greatest centre: rectangles of even length reach as far beyond the end as beyond the beginning.</summary>
    public static long EndOfCentres(long side) => side + 1 - (Length(side) % 2);

    /// <summary>Sets a rectangle of each image to 0. The part of it that lies outside does nothing.</summary>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="rows">The row of the centre, int64 [N]; of an even length the first after the middle.</param>
    /// <param name="columns">The column of the centre, int64 [N].</param>
    public static Tensor At(Tensor images, Tensor rows, Tensor columns)
    {
        using var scope = NewDisposeScope();
        var (n, height, width) = (images.shape[0], images.shape[2], images.shape[3]);
        var isCut = IsCut(rows, height)
            .reshape(n, 1, height, 1)
            .logical_and(IsCut(columns, width).reshape(n, 1, 1, width));
        return where(isCut, zeros([], images.dtype, images.device), images).MoveToOuterDisposeScope();
    }

    private static Tensor Centres(Tensor images, long side) =>
        randint(0, EndOfCentres(side), [images.shape[0]], ScalarType.Int64, images.device);

    /// <summary>Whether each position along a side is in the rectangle, [N, side].</summary>
    private static Tensor IsCut(Tensor centres, long side)
    {
        var length = Length(side);
        var position = TensorArithmetic
            .Range(side, ScalarType.Float32, centres.device)
            .Plus(centres.unsqueeze(1).negative())
            .Plus(length / 2);
        return position.Clamp(0, length - 1).eq(position);
    }
}
