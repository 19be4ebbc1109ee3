using SkiaSharp;

namespace GanDsl;

/// <summary>Writes pictures in the format that the name of the file asks for.</summary>
internal static class PictureFile
{
    /// <summary>Percent; only JPEG loses anything by it.</summary>
    private const int Quality = 95;

    /// <summary>The format of a file's name: PNG, JPEG or WebP.</summary>
    /// <exception cref="GanException">The name ends otherwise.</exception>
    public static SKEncodedImageFormat FormatOf(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".png" => SKEncodedImageFormat.Png,
            ".jpg" or ".jpeg" => SKEncodedImageFormat.Jpeg,
            ".webp" => SKEncodedImageFormat.Webp,
            _ => throw new GanException(
                $"Cannot write '{path}' as a picture: its name has to end in .png, .jpg, .jpeg or .webp."
            ),
        };

    /// <summary>Writes a picture; an existing file is replaced once the new one is complete, and missing folders are made.</summary>
    /// <exception cref="GanException">The name ends otherwise, the format takes no picture of that size, or the file cannot be written.</exception>
    public static void Write(string path, SKBitmap picture)
    {
        using var encoded = Encoded(picture, FormatOf(path), Path.GetExtension(path));
        FileReplacement.Write(path, encoded.SaveTo);
    }

    /// <summary>The bytes of a picture as a PNG.</summary>
    /// <exception cref="GanException">The format takes no picture of that size.</exception>
    public static byte[] Png(SKBitmap picture)
    {
        using var encoded = Encoded(picture, SKEncodedImageFormat.Png, ".png");
        return encoded.ToArray();
    }

    private static SKData Encoded(SKBitmap picture, SKEncodedImageFormat format, string extension) =>
        picture.Encode(format, Quality)
        ?? throw new GanException(
            $"A picture of {picture.Width} x {picture.Height} pixels cannot be written as '{extension}': write a .png, or fewer images."
        );
}
