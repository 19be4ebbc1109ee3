using System.Globalization;
using System.Text;

namespace GanDsl;

/// <summary>
/// Writes what a run has left in its folder as one page that a browser shows anywhere: it refers to no other file and to no address, and
/// is readable in light and dark, on paper and on a phone.
/// </summary>
public static class RunReport
{
    /// <summary>
    /// Writes <c>report.html</c>. Read are <c>measurements.csv</c>, <c>samples/samples-N.png</c>, <c>points.svg</c>, <c>signals.svg</c>,
    /// <c>options.json</c>, <c>networks.txt</c> and <c>warnings.csv</c>; where one is missing or damaged, the report says so and shows the
    /// rest. A run may go on meanwhile.
    /// </summary>
    /// <param name="folder">The folder of the run.</param>
    /// <returns>The path of the report; one that was there is replaced once the new one is complete.</returns>
    /// <exception cref="GanException">There is no such folder, or the report cannot be written.</exception>
    public static string Write(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (!Directory.Exists(folder))
        {
            throw new GanException(
                $"Cannot write a report of '{folder}': there is no such folder; give that of a run."
            );
        }

        var path = Path.Combine(folder, RunFiles.Report);
        var page = Encoding.UTF8.GetBytes(Html(folder));
        FileReplacement.Write(path, stream => stream.Write(page));
        return path;
    }

    private static string Html(string folder)
    {
        string At(string name) => Path.Combine(folder, name);
        RunMeasurements? measurements = null;
        var curves = ReportSection.Html(
            "Curves",
            RunFiles.Measurements,
            () => CurvesContent.Html(measurements = RunMeasurements.Read(At(RunFiles.Measurements)))
        );
        var drawings =
            ReportSection.Html(
                "Points",
                RunFiles.Points,
                () => TablesContent.Drawing(At(RunFiles.Points), "real and generated points")
            )
            + ReportSection.Html(
                "Signals",
                RunFiles.Signals,
                () => TablesContent.Drawing(At(RunFiles.Signals), "real and generated signals")
            );
        var samples =
            drawings.Length > 0 && !Directory.Exists(At(RunFiles.Pictures))
                ? ""
                : ReportSection.Html(
                    "Generated pictures",
                    $"folder {RunFiles.Pictures}",
                    () => SamplesContent.Html(At(RunFiles.Pictures), measurements)
                );
        var warningCount = 0L;
        var warnings = ReportSection.Html(
            "Warnings",
            RunFiles.Warnings,
            () =>
            {
                (var table, warningCount) = TablesContent.Warnings(At(RunFiles.Warnings));
                return table;
            },
            "warnings"
        );
        var title = HtmlText.Of(Title(folder));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"/>
            <title>{title}</title>
            <style>
            {Resource("report.css")}</style>
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            <p class="under quiet">{Under(folder)}</p>
            {Tiles(measurements, warningCount)}
            {curves}{samples}{drawings}{ReportSection.Html(
                "Options",
                RunFiles.Options,
                () => TablesContent.Options(At(RunFiles.Options))
            )}{ReportSection.Html("Networks", RunFiles.Networks, () => TablesContent.Networks(At(RunFiles.Networks)))}{warnings}</main>
            <script>
            {Resource("report.js")}</script>
            </body>
            </html>

            """;
    }

    /// <summary>The class of the GAN, with which the table of the networks begins; without it the name of the folder.</summary>
    private static string Title(string folder)
    {
        try
        {
            using var networks = new StreamReader(SharedFile.OpenRead(Path.Combine(folder, RunFiles.Networks)));
            var first = networks.ReadLine() ?? "";
            var name = first.Split(':')[0].Split('.')[^1].Trim();
            return name.Length > 0 && first.Contains(':', StringComparison.Ordinal) ? name : FolderName(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return FolderName(folder);
        }
    }

    private static string FolderName(string folder) => new DirectoryInfo(folder).Name;

    /// <summary>Where the run is, and when it measured last.</summary>
    private static string Under(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, RunFiles.Measurements));
        var when = file.Exists
            ? string.Create(
                CultureInfo.InvariantCulture,
                $", last measured on {file.LastWriteTime:d MMMM yyyy 'at' HH:mm}"
            )
            : "";
        return $"A training run in the folder {HtmlText.Of(FolderName(folder))}{when}";
    }

    private static string Tiles(RunMeasurements? measurements, long warningCount)
    {
        var tiles = new StringBuilder();
        void Add(string name, string value, string kind = "") =>
            tiles.Append(CultureInfo.InvariantCulture, $"<div{kind}><dt>{name}</dt><dd>{value}</dd></div>\n");
        if (measurements is not null)
        {
            Add("steps", HtmlText.Of((long)measurements.LastStep));
            if (measurements.LastEpoch is > 0 and var epochs)
            {
                Add("epochs", HtmlText.Of((long)epochs));
            }

            foreach (
                var (name, index) in measurements
                    .Columns.Where(column => column.Name.EndsWith("loss", StringComparison.OrdinalIgnoreCase))
                    .Take(2)
            )
            {
                Add($"last {HtmlText.InWords(name)}", measurements.Last[index] is { } last ? HtmlText.Of(last) : "–");
            }
        }

        if (warningCount > 0)
        {
            Add("warnings", $"<a href=\"#warnings\">{HtmlText.Of(warningCount)}</a>", " class=\"alert\"");
        }

        return tiles.Length == 0 ? "" : $"<dl class=\"tiles\">\n{tiles}</dl>";
    }

    private static string Resource(string name)
    {
        using var stream = typeof(RunReport).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
