using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The translation of differentiable augmentation (Zhao et al. 2020).</summary>
internal static class Translation
{
    private const double Ratio = 0.125;

    /// <summary>Moves each image [C, H, W] by its own numbers of rows and columns.</summary>
    public static Tensor Draw(Tensor images)
    {
        using var scope = NewDisposeScope();
        var (rows, columns) = (Shifts(images, images.shape[2]), Shifts(images, images.shape[3]));
        return By(images, rows, columns).MoveToOuterDisposeScope();
    }

    /// <summary>The greatest shift along a side: 1/8 of it, rounded to whole pixels.</summary>
    public static long Greatest(long side) => (long)((side * Ratio) + 0.5);

    /// <summary>The pixel at (row, column) becomes that at (row + r, column + s); what comes from outside is 0.</summary>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="rows">r, int64 [N].</param>
    /// <param name="columns">s, int64 [N].</param>
    public static Tensor By(Tensor images, Tensor rows, Tensor columns)
    {
        using var scope = NewDisposeScope();
        var (n, height, width) = (images.shape[0], images.shape[2], images.shape[3]);
        var (row, isRowInside) = Sources(rows, height);
        var (column, isColumnInside) = Sources(columns, width);
        var moved = images
            .gather(2, row.reshape(n, 1, height, 1).expand(images.shape))
            .gather(3, column.reshape(n, 1, 1, width).expand(images.shape));
        var isInside = isRowInside.reshape(n, 1, height, 1).logical_and(isColumnInside.reshape(n, 1, 1, width));
        return where(isInside, moved, zeros([], images.dtype, images.device)).MoveToOuterDisposeScope();
    }

    private static Tensor Shifts(Tensor images, long side) =>
        randint(-Greatest(side), Greatest(side) + 1, [images.shape[0]], ScalarType.Int64, images.device);

    /// <summary>Where each position along a side comes from, [N, side], and whether that lies inside.</summary>
    private static (Tensor Index, Tensor IsInside) Sources(Tensor shifts, long side)
    {
        var wanted = TensorArithmetic.Range(side, ScalarType.Float32, shifts.device).Plus(shifts.unsqueeze(1));
        var index = wanted.Clamp(0, side - 1);
        return (index.to(ScalarType.Int64), index.eq(wanted));
    }
}
