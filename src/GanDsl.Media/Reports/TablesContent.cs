using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace GanDsl;

/// <summary>The tables and drawings of a report, each from one file.</summary>
internal static class TablesContent
{
    private const int MostWarnings = 200;

    /// <summary>The options of a run, from a flat JSON object.</summary>
    /// <exception cref="JsonException">The file is none.</exception>
    public static string Options(string path)
    {
        using var options = JsonDocument.Parse(File.ReadAllBytes(path));
        if (options.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException();
        }

        var rows = string.Concat(
            options
                .RootElement.EnumerateObject()
                .Select(option =>
                    $"<tr><th scope=\"row\">{HtmlText.Of(option.Name)}</th><td>{HtmlText.Of(Value(option.Value))}</td></tr>\n"
                )
        );
        return rows.Length == 0
            ? ReportSection.Missing("options.json names no options.")
            : $"<table><tbody>\n{rows}</tbody></table>\n";
    }

    /// <summary>The networks of a run, as their table stands in a text.</summary>
    public static string Networks(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd();
        return text.Length == 0 ? ReportSection.Missing("networks.txt is empty.") : $"<pre>{HtmlText.Of(text)}</pre>\n";
    }

    /// <summary>The warnings of a run, from rows of step, monitor and message, and how many there are; null where there are none.</summary>
    public static (string? Html, long Count) Warnings(string path)
    {
        if (!File.Exists(path))
        {
            return (null, 0);
        }

        using var reader = new StreamReader(SharedFile.OpenRead(path));
        var rows = new StringBuilder();
        var count = 0L;
        foreach (var row in CsvRows.Of(reader).Skip(1).Where(row => row is not [""]))
        {
            if (++count <= MostWarnings)
            {
                var step = row[0];
                var monitor = row.Count > 1 ? row[1] : "";
                var message = string.Join(',', row.Skip(2));
                rows.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr><td class=\"number\">{HtmlText.Of(step)}</td><td>{HtmlText.Of(monitor)}</td><td>{HtmlText.Of(message)}</td></tr>\n"
                );
            }
        }

        var more =
            count > MostWarnings
                ? $"<p class=\"note\">The first {MostWarnings} of {HtmlText.Of(count)} warnings.</p>\n"
                : "";
        var table =
            $"<div class=\"scroll\"><table><thead><tr><th>step</th><th>monitor</th><th>message</th></tr></thead><tbody>\n{rows}</tbody></table></div>\n{more}";
        return (count == 0 ? null : table, count);
    }

    /// <summary>A drawing, as a picture whose content cannot act in the page; null where there is none.</summary>
    /// <exception cref="XmlException">It is no SVG.</exception>
    public static string? Drawing(string path, string description)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        using (var reader = XmlReader.Create(new MemoryStream(bytes), new() { DtdProcessing = DtdProcessing.Ignore }))
        {
            if (!reader.ReadToFollowing("svg"))
            {
                throw new XmlException();
            }

            while (reader.Read()) { }
        }

        return $"<img class=\"drawing\" alt=\"{HtmlText.Of(description)}\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(bytes)}\"/>\n";
    }

    private static string Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null => "–",
            _ => value.GetRawText(),
        };
}
