using System.Globalization;
using System.Text;
using SkiaSharp;

namespace GanDsl;

/// <summary>The pictures of a report: some of those that a run has generated, from the first to the last.</summary>
internal static class SamplesContent
{
    /// <summary>At most so many pictures are shown.</summary>
    public const int MostPictures = 14;

    /// <summary>Pictures of more bytes are made smaller, so that the page stays one that can be sent.</summary>
    private const int MostBytes = 400_000;

    private const int LongestSide = 1024;
    private const long MostPixelsRead = 1 << 28;
    private const int Quality = 85;

    /// <summary>Below this width, pixels are shown as the squares that they are.</summary>
    private const int SmallWidth = 300;

    /// <summary>The content of the section.</summary>
    /// <param name="folder">The folder with files <c>samples-N.png</c>.</param>
    /// <param name="measurements">What the numbers are held against; null where there are none.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string Html(string folder, RunMeasurements? measurements)
    {
        var pictures = Directory
            .EnumerateFiles(folder)
            .Select(path => (Path: path, Number: RunFiles.NumberOfPicture(Path.GetFileName(path)) ?? -1))
            .Where(file => file.Number >= 0)
            .OrderBy(file => file.Number)
            .ToArray();
        if (pictures.Length == 0)
        {
            return ReportSection.Missing(
                "There are no pictures samples-N.png in the folder samples; only runs of grey and coloured images have them."
            );
        }

        var chosen = Chosen(pictures.Length).Select(index => pictures[index]).ToArray();
        var unit = Unit(pictures[^1].Number, measurements);
        var figures = new StringBuilder();
        var damaged = new List<string>();
        var (shown, smallest) = (0, int.MaxValue);
        foreach (var (path, number) in chosen)
        {
            if (Data(path) is not { } picture)
            {
                damaged.Add(Path.GetFileName(path));
                continue;
            }

            var caption = $"{unit}{HtmlText.Of(number)}";
            figures.Append(
                CultureInfo.InvariantCulture,
                $"<figure><img alt=\"generated, {caption}\" src=\"{picture.Uri}\"/><figcaption>{caption}</figcaption></figure>\n"
            );
            shown++;
            smallest = Math.Min(smallest, picture.Width);
        }

        var page = new StringBuilder();
        if (shown > 0)
        {
            var kind = smallest < SmallWidth ? " pixelated" : "";
            page.Append(
                CultureInfo.InvariantCulture,
                $"<div class=\"viewer{kind}\"><img alt=\"generated\"/><figcaption></figcaption><input type=\"range\" min=\"0\" max=\"{shown - 1}\" value=\"{shown - 1}\" aria-label=\"which picture\"/></div>\n"
            );
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"film{kind}\">\n{figures}</div>\n");
        }

        if (pictures.Length > chosen.Length)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"note\">{chosen.Length} of the {HtmlText.Of(pictures.Length)} pictures in the folder samples.</p>\n"
            );
        }

        if (damaged.Count > 0)
        {
            page.Append(
                ReportSection.Missing(
                    $"{string.Join(", ", damaged)} {(damaged.Count == 1 ? "is" : "are")} damaged and left out."
                )
            );
        }

        return page.ToString();
    }

    /// <summary>Which of so many pictures are shown: the first, the last, and evenly many between.</summary>
    public static IEnumerable<int> Chosen(int count) =>
        count <= MostPictures
            ? Enumerable.Range(0, count)
            : Enumerable
                .Range(0, MostPictures)
                .Select(index => (int)Math.Round((double)index * (count - 1) / (MostPictures - 1)));

    /// <summary>What the numbers of pictures count: epochs, or, where they go further, steps.</summary>
    private static string Unit(long last, RunMeasurements? measurements) =>
        measurements is null ? ""
        : last <= measurements.LastEpoch ? "epoch "
        : last <= measurements.LastStep ? "step "
        : "";

    /// <summary>A picture as an address that holds all of it; null where it is damaged, or claims more pixels than anybody has drawn.</summary>
    private static (string Uri, int Width)? Data(string path)
    {
        var bytes = File.ReadAllBytes(path);
        using var content = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(content);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > MostPixelsRead)
        {
            return null;
        }

        using var picture = new SKBitmap(codec.Info);
        if (codec.GetPixels(picture.Info, picture.GetPixels()) != SKCodecResult.Success)
        {
            return null;
        }

        if (bytes.Length <= MostBytes)
        {
            return ($"data:image/png;base64,{Convert.ToBase64String(bytes)}", picture.Width);
        }

        var scale = Math.Min(1, (double)LongestSide / Math.Max(picture.Width, picture.Height));
        var size = new SKImageInfo(
            Math.Max(1, (int)(picture.Width * scale)),
            Math.Max(1, (int)(picture.Height * scale))
        );
        using var smaller = picture.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var encoded = smaller.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return ($"data:image/jpeg;base64,{Convert.ToBase64String(encoded.AsSpan())}", picture.Width);
    }
}
