namespace GanDsl.Fuzzing.Layers;

/// <summary>Numbers of elements, as doubles: nothing that is declared overflows them.</summary>
internal static class Sizes
{
    public static double Product(IEnumerable<long> sizes) => sizes.Aggregate(1.0, (product, size) => product * size);

    public static double Product(IEnumerable<double> sizes) =>
        sizes.Aggregate(1.0, (product, size) => product * Math.Max(0, size));
}
