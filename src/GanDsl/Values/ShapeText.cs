using System.Globalization;

namespace GanDsl;

/// <summary>Shapes as they stand in messages.</summary>
internal static class ShapeText
{
    /// <summary>A shape: "[64, 784]".</summary>
    public static string Of(IEnumerable<long> shape) => $"[{Sizes(shape)}]";

    /// <summary>A batch of any size of examples of this shape: "[N, 1, 28, 28]".</summary>
    public static string OfBatch(IEnumerable<long> exampleShape) =>
        exampleShape.Any() ? $"[N, {Sizes(exampleShape)}]" : "[N]";

    /// <summary>The sizes alone: "1, 28, 28".</summary>
    public static string Sizes(IEnumerable<long> shape) =>
        string.Join(", ", shape.Select(size => size.ToString(CultureInfo.InvariantCulture)));
}
