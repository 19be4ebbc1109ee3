using SkiaSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The images of a batch as pixels, one picture at a time.</summary>
internal sealed class ImagePixels
{
    private readonly byte[] bytes;
    private readonly int channels;
    private readonly int height;
    private readonly int width;

    /// <summary>Reads images [N, C, H, W] with C = 1 or 3, N at least 1.</summary>
    /// <exception cref="GanException">The tensor has another shape.</exception>
    public ImagePixels(Tensor images, ValueRange range)
    {
        var shape = images.shape;
        if (shape.Length != 4 || shape.Contains(0) || shape[1] is not (1 or 3))
        {
            throw new GanException(
                $"Frames are images [N, C, H, W], at least one, with C = 1 (grey) or 3 (red, green, blue), but the tensor is {ShapeText.Of(shape)}: reshape it, or choose the channels to show."
            );
        }

        (Count, channels) = (checked((int)shape[0]), (int)shape[1]);
        (height, width) = (checked((int)shape[2]), checked((int)shape[3]));
        bytes = PixelBytes.Of(HostTensor.ToArray(images), range);
    }

    /// <summary>N.</summary>
    public int Count { get; }

    /// <summary>One image, every pixel a square of so many. The caller disposes it.</summary>
    public SKBitmap Picture(int image, int scale)
    {
        var colours = channels == 1 ? SKColorType.Gray8 : SKColorType.Rgba8888;
        var size = new SKImageInfo(checked(width * scale), checked(height * scale), colours, SKAlphaType.Opaque);
        var picture = new SKBitmap(size);
        var pixels = picture.GetPixelSpan();
        var step = picture.BytesPerPixel;
        for (var channel = 0; channel < channels; channel++)
        {
            var plane = bytes.AsSpan((image * channels + channel) * height * width, height * width);
            for (var y = 0; y < size.Height; y++)
            {
                var row = plane.Slice(y / scale * width, width);
                var target = y * picture.RowBytes + channel;
                for (var x = 0; x < size.Width; x++, target += step)
                {
                    pixels[target] = row[x / scale];
                }
            }
        }

        return picture;
    }
}
