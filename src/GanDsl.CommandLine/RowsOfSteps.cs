using System.Globalization;

namespace GanDsl.CommandLine;

/// <summary>Files of comma-separated values below a header, a row of which begins with the number of its step.</summary>
internal static class RowsOfSteps
{
    /// <summary>Drops the rows of later steps, which are trained again.</summary>
    public static void KeepUpTo(string path, long step) =>
        FileReplacement.Write(
            path,
            stream =>
            {
                using var kept = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                foreach (var line in File.ReadLines(path).Where((line, index) => index == 0 || IsUpTo(line, step)))
                {
                    kept.WriteLine(line);
                }
            }
        );

    private static bool IsUpTo(string line, long step) =>
        long.TryParse(line.Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= step;
}
