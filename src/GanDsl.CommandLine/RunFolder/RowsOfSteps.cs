using System.Globalization;

namespace GanDsl.CommandLine;

/// <summary>Files of comma-separated values below a header, a row of which begins with the number of its step.</summary>
internal static class RowsOfSteps
{
    /// <summary>Drops the rows of later steps, which are trained again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="step">The last step whose rows stay.</param>
    /// <param name="header">What its first line begins with.</param>
    /// <exception cref="GanException">It begins otherwise, so it is something else, and stays as it is.</exception>
    public static void KeepUpTo(string path, long step, string header)
    {
        if (WholeLines(path).FirstOrDefault() is { } first && !first.StartsWith(header, StringComparison.Ordinal))
        {
            throw new GanException(
                $"'{path}' does not begin with '{header}', so it is no table of this run; move it elsewhere, and a new one is begun."
            );
        }

        FileReplacement.Write(
            path,
            stream =>
            {
                using var kept = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                foreach (var line in WholeLines(path).Where((line, index) => index == 0 || IsUpTo(line, step)))
                {
                    kept.WriteLine(line);
                }
            }
        );
    }

    /// <summary>Gives a file those columns that it lacks, behind its others and with empty cells so far.</summary>
    /// <param name="path">The file.</param>
    /// <param name="wanted">The columns that it has to have.</param>
    /// <returns>All of its columns, in their order.</returns>
    public static IReadOnlyList<string> AddColumns(string path, IReadOnlyList<string> wanted)
    {
        var present = WholeLines(path).FirstOrDefault()?.Split(',') ?? [];
        string[] added = [.. wanted.Except(present)];
        if (added.Length > 0)
        {
            FileReplacement.Write(
                path,
                stream =>
                {
                    using var wider = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                    wider.WriteLine(string.Join(',', (string[])[.. present, .. added]));
                    foreach (var row in WholeLines(path).Skip(1))
                    {
                        wider.WriteLine(row + new string(',', added.Length));
                    }
                }
            );
        }

        return [.. present, .. added];
    }

    /// <summary>The first two numbers of the last row, its step and its epoch; null where there is none.</summary>
    public static (long Step, int Epoch)? Last(string path) =>
        File.Exists(path)
        && WholeLines(path).LastOrDefault()?.Split(',') is [var step, var epoch, ..]
        && long.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var steps)
        && int.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var epochs)
            ? (steps, epochs)
            : null;

    /// <summary>The lines of a file but the last one where its end is missing: its number may be the beginning of another one.</summary>
    private static IEnumerable<string> WholeLines(string path)
    {
        using var reader = SharedFile.OpenLines(path, out var endsInLine);
        for (var line = reader.ReadLine(); line is not null; )
        {
            var next = reader.ReadLine();
            if (next is not null || !endsInLine)
            {
                yield return line;
            }

            line = next;
        }
    }

    private static bool IsUpTo(string line, long step) =>
        long.TryParse(line.Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= step;
}
