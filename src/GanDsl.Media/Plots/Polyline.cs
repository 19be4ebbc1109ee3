using System.Globalization;
using System.Text;

namespace GanDsl;

/// <summary>The points of a line as SVG writes them.</summary>
internal static class Polyline
{
    /// <summary>
    /// "x,y x,y …". Of the points that share a column of pixels, only the first, the lowest, the highest and the last are written,
    /// which looks the same and keeps a drawing of a long training small.
    /// </summary>
    public static string Points(IEnumerable<(double X, double Y)> places)
    {
        var text = new StringBuilder();
        var column = new List<(double X, double Y)>();
        foreach ((double X, double Y) place in places)
        {
            if (column.Count > 0 && Math.Floor(column[0].X) != Math.Floor(place.X))
                Flush(text, column);
            column.Add(place);
        }

        Flush(text, column);
        return text.ToString().TrimEnd();
    }

    private static void Flush(StringBuilder text, List<(double X, double Y)> column)
    {
        foreach (int i in Outline(column))
            text.Append(CultureInfo.InvariantCulture, $"{column[i].X:0.#},{column[i].Y:0.#} ");
        column.Clear();
    }

    private static IEnumerable<int> Outline(List<(double X, double Y)> column)
    {
        if (column.Count == 0)
            return [];
        (int lowest, int highest) = (0, 0);
        for (int i = 1; i < column.Count; i++)
        {
            if (column[i].Y < column[lowest].Y)
                lowest = i;
            if (column[i].Y > column[highest].Y)
                highest = i;
        }

        return new SortedSet<int> { 0, lowest, highest, column.Count - 1 };
    }
}
