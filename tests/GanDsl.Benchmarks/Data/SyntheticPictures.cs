using System.Globalization;
using SkiaSharp;

namespace GanDsl.Benchmarks.Data;

/// <summary>A temporary folder of pictures of several formats and sizes, the same in every run.</summary>
internal sealed class SyntheticPictures : IDisposable
{
    private static readonly (SKEncodedImageFormat Format, string Extension)[] Formats =
    [
        (SKEncodedImageFormat.Jpeg, ".jpg"),
        (SKEncodedImageFormat.Png, ".png"),
        (SKEncodedImageFormat.Webp, ".webp"),
        (SKEncodedImageFormat.Jpeg, ".jpeg"),
    ];

    private static readonly (int Width, int Height)[] Sizes = [(96, 96), (178, 218), (256, 192), (320, 320)];

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("gandsl-bench-");

    /// <summary>Draws the pictures, in parallel.</summary>
    public SyntheticPictures(int count)
    {
        Once = root.CreateSubdirectory("once").FullName;
        Parallel.For(0, count, Draw);
    }

    /// <summary>The folder with the pictures.</summary>
    public string Once { get; }

    /// <summary>A file beside the folder.</summary>
    public string File(string name) => Path.Combine(root.FullName, name);

    /// <summary>A folder in which each picture is several times, by links.</summary>
    public string Repeated(int times)
    {
        var repeated = root.CreateSubdirectory("repeated");
        foreach (var number in Enumerable.Range(0, times))
        {
            var part = repeated.CreateSubdirectory(number.ToString(CultureInfo.InvariantCulture));
            foreach (var file in Directory.EnumerateFiles(Once))
            {
                System.IO.File.CreateSymbolicLink(Path.Combine(part.FullName, Path.GetFileName(file)), file);
            }
        }

        return repeated.FullName;
    }

    public void Dispose() => root.Delete(recursive: true);

    private void Draw(int number)
    {
        var random = new Random(number);
        var (width, height) = Sizes[random.Next(Sizes.Length)];
        var (format, extension) = Formats[number % Formats.Length];
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(Colour(random));
            foreach (var _ in Enumerable.Range(0, 24))
            {
                using var paint = new SKPaint { Color = Colour(random), IsAntialias = true };
                canvas.DrawCircle(random.Next(width), random.Next(height), random.Next(4, 60), paint);
            }
        }

        using var data = bitmap.Encode(format, 90);
        using var file = System.IO.File.Create(
            Path.Combine(Once, number.ToString("D6", CultureInfo.InvariantCulture) + extension)
        );
        data.SaveTo(file);
    }

    private static SKColor Colour(Random random) =>
        new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(64, 256));
}
