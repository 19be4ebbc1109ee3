using System.Globalization;

namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>Numbers in columns with names.</summary>
internal static class CsvFile
{
    public static List<Dictionary<string, float>> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var names = lines[0].Split(',');
        return
        [
            .. lines[1..]
                .Select(line =>
                    names
                        .Zip(line.Split(','))
                        .ToDictionary(
                            cell => cell.First,
                            cell => float.Parse(cell.Second, CultureInfo.InvariantCulture)
                        )
                ),
        ];
    }
}
