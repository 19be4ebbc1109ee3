using SkiaSharp;

namespace GanDsl;

/// <summary>Where each image of a batch stands in the picture of all.</summary>
internal sealed class GridLayout
{
    private readonly int count;
    private readonly int channels;
    private readonly int imageHeight;
    private readonly int imageWidth;
    private readonly int columns;
    private readonly int padding;
    private readonly int width;
    private readonly int height;

    /// <summary>Lays out images of the shape [N, C, H, W], all sizes positive, C = 1 or 3.</summary>
    /// <exception cref="GanException">The picture would not fit into an array.</exception>
    public GridLayout(long[] shape, int? columns, int padding)
    {
        count = checked((int)shape[0]);
        var square = (int)Math.Ceiling(Math.Sqrt(count));
        this.columns = Math.Min(columns ?? square, count);
        this.padding = padding;
        var rows = (count + this.columns - 1) / this.columns;

        var wide = padding + (Int128)this.columns * (shape[3] + padding);
        var high = padding + (Int128)rows * (shape[2] + padding);
        if (wide * high * BytesOfPixel(shape[1]) > Array.MaxLength)
        {
            throw new GanException(
                $"A grid of {count} images {shape[3]} wide and {shape[2]} high with padding {padding} would be {wide} x {high} pixels, which is too large: show fewer images."
            );
        }

        (channels, imageHeight, imageWidth) = ((int)shape[1], (int)shape[2], (int)shape[3]);
        (width, height) = ((int)wide, (int)high);
    }

    /// <summary>From bytes [N, C, H, W] to one picture, black where no image is. The caller disposes it.</summary>
    public SKBitmap Arrange(byte[] images)
    {
        var colours = channels == 1 ? SKColorType.Gray8 : SKColorType.Rgba8888;
        var picture = new SKBitmap(new SKImageInfo(width, height, colours, SKAlphaType.Opaque));
        var pixels = picture.GetPixelSpan();
        pixels.Clear();
        var step = BytesOfPixel(channels);
        var source = 0;
        for (var image = 0; image < count; image++)
        {
            var top = padding + image / columns * (imageHeight + padding);
            var left = padding + image % columns * (imageWidth + padding);
            for (var channel = 0; channel < channels; channel++)
            {
                for (var y = 0; y < imageHeight; y++)
                {
                    var target = (top + y) * picture.RowBytes + left * step + channel;
                    for (var x = 0; x < imageWidth; x++, target += step)
                    {
                        pixels[target] = images[source++];
                    }
                }
            }
        }

        return picture;
    }

    /// <summary>Grey takes a byte; red, green and blue the first three of four, of which the last means nothing where a picture is opaque.</summary>
    private static int BytesOfPixel(long channels) => channels == 1 ? 1 : 4;
}
