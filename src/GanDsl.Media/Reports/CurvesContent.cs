using System.Text;

namespace GanDsl;

/// <summary>The charts of a report: the losses in one, the scores in another, every other measurement by itself.</summary>
internal static class CurvesContent
{
    /// <summary>The content of the section.</summary>
    public static string Html(RunMeasurements measurements)
    {
        var page = new StringBuilder("<div class=\"charts\">\n");
        int[] all = [.. Enumerable.Range(0, measurements.Columns.Count)];
        var groups = all.ToLookup(column => Group(measurements.Columns[column].Name));
        foreach (var title in (string[])["Losses", "Scores"])
        {
            if (groups[title].Any())
            {
                page.Append(Chart.Html(measurements, [.. groups[title]], title));
            }
        }

        foreach (var column in groups[null])
        {
            page.Append(Chart.Html(measurements, [column], title: null));
        }

        page.Append("</div>\n");
        return page.Append(Notes(measurements)).ToString();
    }

    private static string? Group(string name) =>
        name.EndsWith("loss", StringComparison.OrdinalIgnoreCase) ? "Losses"
        : name.EndsWith("score", StringComparison.OrdinalIgnoreCase) ? "Scores"
        : null;

    private static string Notes(RunMeasurements measurements)
    {
        var notes = new List<string>();
        var rows = measurements.Curves.RowsOfBucket;
        if (rows > 1)
        {
            notes.Add(
                $"The lines are means over neighbouring steps; each point of the shaded area goes from the least to the greatest of {HtmlText.Of(rows)} steps."
            );
        }
        else if (new Curve(measurements.Curves, 0).IsSmoothed)
        {
            notes.Add("The strong lines are means over neighbouring steps, the pale ones every step.");
        }

        if (measurements.DamagedRows > 0)
        {
            notes.Add(
                measurements.DamagedRows == 1
                    ? "1 row of measurements.csv could not be read and is left out."
                    : $"{HtmlText.Of(measurements.DamagedRows)} rows of measurements.csv could not be read and are left out."
            );
        }

        return notes.Count == 0 ? "" : $"<p class=\"note\">{string.Join(' ', notes)}</p>\n";
    }
}
