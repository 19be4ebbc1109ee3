using System.Text;

namespace GanDsl;

/// <summary>Reads comma-separated values whose texts may stand in quotes (RFC 4180).</summary>
internal static class CsvRows
{
    /// <summary>The rows, one after another; a quote that is never closed ends with the file.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(TextReader reader)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var letter = reader.Read(); letter >= 0; letter = reader.Read())
        {
            if (isQuoted)
            {
                if (letter != '"')
                {
                    field.Append((char)letter);
                }
                else if (reader.Peek() == '"')
                {
                    field.Append((char)reader.Read());
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (letter == '"' && field.Length == 0)
            {
                isQuoted = true;
            }
            else if (letter is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (letter == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else if (letter != '\r')
            {
                field.Append((char)letter);
            }
        }

        if (row.Count > 0 || field.Length > 0)
        {
            row.Add(field.ToString());
            yield return row;
        }
    }
}
