namespace GanDsl;

/// <summary>The checks that attribute arguments share. Each answers the problem, or nothing when the value is fine.</summary>
internal static class ArgumentCheck
{
    public static IEnumerable<LayerProblem> AtLeast(int least, string argument, int value) =>
        value >= least ? [] : [LayerProblem.InvalidArgument(argument, value, $"at least {CodeText.Of(least)}")];

    /// <summary>A cast can give an enumeration any value.</summary>
    public static IEnumerable<LayerProblem> Defined<T>(string argument, T value)
        where T : struct, Enum =>
        Enum.IsDefined(typeof(T), value)
            ? []
            : [LayerProblem.InvalidArgument(argument, value, $"a member of {typeof(T).Name}")];

    public static IEnumerable<LayerProblem> Finite(string argument, double value) =>
        IsFinite(value) ? [] : [LayerProblem.InvalidArgument(argument, value, "a finite number")];

    public static IEnumerable<LayerProblem> Positive(string argument, double value) =>
        IsFinite(value) && value > 0 ? [] : [LayerProblem.InvalidArgument(argument, value, "a finite number above 0")];

    public static IEnumerable<LayerProblem> NotNegative(string argument, double value) =>
        IsFinite(value) && value >= 0
            ? []
            : [LayerProblem.InvalidArgument(argument, value, "a finite number of at least 0")];

    public static IEnumerable<LayerProblem> Probability(string argument, double value) =>
        value is >= 0 and <= 1 ? [] : [LayerProblem.InvalidArgument(argument, value, "a probability in [0, 1]")];

    public static IEnumerable<LayerProblem> Fraction(string argument, double value) =>
        value is >= 0 and < 1 ? [] : [LayerProblem.InvalidArgument(argument, value, "in [0, 1)")];

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
