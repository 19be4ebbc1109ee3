namespace GanDsl;

/// <summary>The checks that attribute arguments share. Each answers the problem, or nothing when the value is fine.</summary>
internal static class ArgumentCheck
{
    public static IEnumerable<LayerProblem> AtLeast(int least, string argument, int value) =>
        value >= least ? [] : [LayerProblem.InvalidArgument(argument, value, $"at least {CodeText.Of(least)}")];

    /// <summary>Checks each dimension, once where all of them agree; an argument of one dimension is named as <c>StrideHeight</c>.</summary>
    public static IEnumerable<LayerProblem> AtLeast(int least, string argument, Extent extent) =>
        AtLeast(least, argument, argument, extent);

    /// <param name="least">The least value.</param>
    /// <param name="all">The argument of all dimensions.</param>
    /// <param name="stem">The start of the name of an argument of one dimension.</param>
    /// <param name="extent">The values.</param>
    public static IEnumerable<LayerProblem> AtLeast(int least, string all, string stem, Extent extent) =>
        extent.IsSquare
            ? AtLeast(least, all, extent[0])
            : extent.Sizes.SelectMany((size, axis) => AtLeast(least, stem + Axes.NamesOf(extent.Rank)[axis], size));

    /// <summary>A cast can give an enumeration any value.</summary>
    public static IEnumerable<LayerProblem> Defined<T>(string argument, T value)
        where T : struct, Enum =>
        Enum.IsDefined(typeof(T), value)
            ? []
            : [LayerProblem.InvalidArgument(argument, value, $"a member of {typeof(T).Name}")];

    public static IEnumerable<LayerProblem> Finite(string argument, double value) =>
        IsFinite(value) ? [] : [LayerProblem.InvalidArgument(argument, value, "a finite number in float32")];

    /// <summary>Finite in float32, or infinite: no bound at all.</summary>
    public static IEnumerable<LayerProblem> Bound(string argument, double value) =>
        IsFinite(value) || double.IsInfinity(value)
            ? []
            : [LayerProblem.InvalidArgument(argument, value, "a number in float32, or infinite")];

    /// <summary>Above 0 also in float32, the element type that networks compute in.</summary>
    public static IEnumerable<LayerProblem> Positive(string argument, double value) =>
        IsFinite(value) && (float)value > 0
            ? []
            : [LayerProblem.InvalidArgument(argument, value, "above 0 and finite in float32")];

    public static IEnumerable<LayerProblem> NotNegative(string argument, double value) =>
        IsFinite(value) && value >= 0
            ? []
            : [LayerProblem.InvalidArgument(argument, value, "at least 0 and finite in float32")];

    public static IEnumerable<LayerProblem> Probability(string argument, double value) =>
        value is >= 0 and <= 1 ? [] : [LayerProblem.InvalidArgument(argument, value, "a probability in [0, 1]")];

    public static IEnumerable<LayerProblem> Fraction(string argument, double value) =>
        value is >= 0 and < 1 ? [] : [LayerProblem.InvalidArgument(argument, value, "in [0, 1)")];

    /// <summary>Whether the value stays finite in the element type that networks compute in.</summary>
    private static bool IsFinite(double value) => Math.Abs(value) <= float.MaxValue;
}
