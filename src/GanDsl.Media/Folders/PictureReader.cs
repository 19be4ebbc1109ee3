using SkiaSharp;

namespace GanDsl;

/// <summary>
/// Decodes a picture, turns it upright, scales it until it covers the wanted size, and cuts off what stands out at both sides alike.
/// </summary>
/// <param name="channels">1 for grey, 3 for red, green and blue.</param>
/// <param name="height">The wanted height, in pixels.</param>
/// <param name="width">The wanted width, in pixels.</param>
/// <param name="background">What shows through transparent pixels.</param>
internal sealed class PictureReader(int channels, int height, int width, (byte Red, byte Green, byte Blue) background)
{
    /// <summary>More pixels than any camera makes: a small file can claim them to exhaust the memory.</summary>
    private const long MostPixels = 1L << 28;

    private const int BytesPerPixel = 4;

    /// <summary>The bytes of an example.</summary>
    public int Length => channels * height * width;

    /// <summary>Reads a picture as bytes <c>[C, H, W]</c>.</summary>
    /// <param name="path">The file; of an animation the first frame counts.</param>
    /// <param name="example">Where the bytes go, <see cref="Length"/> of them.</param>
    /// <exception cref="GanException">The file cannot be read, or is no picture, or a damaged one.</exception>
    public void Read(string path, Span<byte> example)
    {
        using var picture = Decode(path);
        using var fitted = Fit(picture.Bitmap, picture.Origin);
        CopyPlanes(fitted.GetPixelSpan(), example);
    }

    private static Decoded Decode(string path)
    {
        using var stream = Open(path);
        using var codec =
            SKCodec.Create(stream, out var result)
            ?? throw new GanException($"'{path}' cannot be read as a picture: {Reason(result)}; mend or remove it.");
        var size = codec.Info;
        if ((long)size.Width * size.Height > MostPixels)
        {
            throw new GanException(
                $"'{path}' claims {size.Width} x {size.Height} pixels, more than the {MostPixels} that are read; make it smaller or remove it."
            );
        }

        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        var bitmap = new SKBitmap(info);
        if (bitmap.GetPixels() == 0)
        {
            bitmap.Dispose();
            throw new GanException(
                $"There is no memory for '{path}' with {size.Width} x {size.Height} pixels; make it smaller."
            );
        }

        var decoded = codec.GetPixels(info, bitmap.GetPixels());
        if (decoded != SKCodecResult.Success)
        {
            bitmap.Dispose();
            throw new GanException($"'{path}' is damaged: {Reason(decoded)}; mend or remove it.");
        }

        return new(bitmap, codec.EncodedOrigin);
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"'{path}' cannot be read: {failure.Message.TrimEnd('.')}; mend or remove it.",
                failure
            );
        }
    }

    private static string Reason(SKCodecResult result) =>
        result switch
        {
            SKCodecResult.IncompleteInput => "it ends too early",
            SKCodecResult.ErrorInInput or SKCodecResult.InvalidInput => "its bytes are no picture",
            SKCodecResult.Unimplemented => "it is of no known kind of picture",
            _ => $"the decoder says {result}",
        };

    /// <summary>The upright picture in the wanted size.</summary>
    private SKBitmap Fit(SKBitmap picture, SKEncodedOrigin origin)
    {
        var upright = Upright(picture.Width, picture.Height, origin);
        var turned = origin >= SKEncodedOrigin.LeftTop;
        var (wide, high) = turned ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var scale = Math.Max((float)width / wide, (float)height / high);

        var fitted = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(fitted);
        canvas.Clear(new SKColor(background.Red, background.Green, background.Blue));
        canvas.Translate((width - (wide * scale)) / 2, (height - (high * scale)) / 2);
        canvas.Scale(scale);
        canvas.Concat(in upright);
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, 0, 0, Sampling(scale));
        return fitted;
    }

    /// <summary>Mipmaps where pixels are merged, or edges would flicker from picture to picture; cubic where they are drawn out.</summary>
    private static SKSamplingOptions Sampling(float scale) =>
        scale == 1 ? SKSamplingOptions.Default
        : scale < 1 ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        : new SKSamplingOptions(SKCubicResampler.Mitchell);

    /// <summary>What turns a picture upright, by the orientation that its file states (EXIF).</summary>
    private static SKMatrix Upright(int width, int height, SKEncodedOrigin origin) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        };

    private void CopyPlanes(ReadOnlySpan<byte> pixels, Span<byte> example)
    {
        var area = height * width;
        for (var pixel = 0; pixel < area; pixel++)
        {
            var colour = pixels.Slice(pixel * BytesPerPixel, 3);
            if (channels == 1)
            {
                example[pixel] = Luma(colour);
            }
            else
            {
                for (var channel = 0; channel < channels; channel++)
                {
                    example[(channel * area) + pixel] = colour[channel];
                }
            }
        }
    }

    /// <summary>The brightness by ITU-R BT.601, as most programs make colours grey.</summary>
    private static byte Luma(ReadOnlySpan<byte> colour) =>
        (byte)(((19595 * colour[0]) + (38470 * colour[1]) + (7471 * colour[2]) + (1 << 15)) >> 16);

    private readonly record struct Decoded(SKBitmap Bitmap, SKEncodedOrigin Origin) : IDisposable
    {
        public void Dispose() => Bitmap.Dispose();
    }
}
