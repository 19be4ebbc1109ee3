using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Affine maps of images, bilinear between pixels and reflected at the centres of the pixels of the border. Unlike libtorch's
/// <c>grid_sample</c> it has derivatives of any order with respect to the images, and maps that move whole pixels are exact.
/// </summary>
internal static class BilinearSampling
{
    /// <summary>Samples each image [C, H, W] where its matrix says; nothing flows back to the matrices.</summary>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="inverse">[N, 2, 3], see <see cref="GeometricDraw.Inverse"/>.</param>
    public static Tensor At(Tensor images, Tensor inverse)
    {
        using var scope = NewDisposeScope();
        var (n, channels, height, width) = (images.shape[0], images.shape[1], images.shape[2], images.shape[3]);
        var (x, y) = (Centred(width, inverse).reshape(1, 1, width), Centred(height, inverse).reshape(1, height, 1));
        var (left, right, alongWidth) = Neighbours(Source(inverse.select(1, 0), x, y), width);
        var (top, bottom, alongHeight) = Neighbours(Source(inverse.select(1, 1), x, y), height);
        var (topRow, bottomRow) = (top.Times(width), bottom.Times(width));
        var (pixels, along) = (images.flatten(2), alongWidth.reshape(n, 1, height * width));
        var above = lerp(Pixels(topRow.Plus(left)), Pixels(topRow.Plus(right)), along);
        var below = lerp(Pixels(bottomRow.Plus(left)), Pixels(bottomRow.Plus(right)), along);
        return lerp(above, below, alongHeight.reshape(n, 1, height * width))
            .reshape(images.shape)
            .MoveToOuterDisposeScope();

        Tensor Pixels(Tensor place)
        {
            var index = place.to(ScalarType.Int64).reshape(n, 1, height * width);
            return pixels.gather(2, index.expand(n, channels, height * width));
        }
    }

    private static Tensor Centred(long side, Tensor like) =>
        TensorArithmetic.Range(side, like.dtype, like.device).Minus((side - 1) / 2.0);

    /// <summary>One coordinate of where each pixel comes from, [N, H, W], in pixels from the centre.</summary>
    private static Tensor Source(Tensor row, Tensor x, Tensor y)
    {
        using var scope = NewDisposeScope();
        var (ofX, ofY, offset) = (Part(0), Part(1), Part(2));
        return (ofX * x).Plus((ofY * y).Plus(offset)).MoveToOuterDisposeScope();

        Tensor Part(long column) => row.select(1, column).reshape(-1, 1, 1);
    }

    /// <summary>The pixels before and after each coordinate, and how far it lies from the first to the second.</summary>
    private static (Tensor First, Tensor Second, Tensor Along) Neighbours(Tensor centred, long side)
    {
        using var scope = NewDisposeScope();
        var last = side - 1;
        var coordinate = centred.Plus(last / 2.0);
        if (last > 0)
        {
            // A zigzag between 0 and the last pixel.
            var turns = coordinate.DividedBy(2 * last).floor();
            coordinate = (coordinate - turns.Times(2 * last)).Minus(last).abs().SubtractFrom(last);
        }

        coordinate = coordinate.Clamp(0, last);
        var first = coordinate.floor();
        return (
            first.MoveToOuterDisposeScope(),
            first.Plus(1).Clamp(0, last).MoveToOuterDisposeScope(),
            (coordinate - first).MoveToOuterDisposeScope()
        );
    }
}
