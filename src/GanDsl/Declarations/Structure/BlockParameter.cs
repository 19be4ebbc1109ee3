namespace GanDsl;

/// <summary>
/// Stands in a block for an integer that each use of the block gives: <c>Linear(BlockParameter.First)</c> is <c>Linear(64)</c> in
/// <c>Use&lt;ThatBlock&gt;(64)</c>. They are whole numbers only so that the compiler takes them; no argument of a layer can be one, and
/// none can be computed from them: the numbers lie so far apart that <c>First - 1</c> is no other parameter.
/// </summary>
public static class BlockParameter
{
    /// <summary>The first argument of the use.</summary>
    public const int First = -2_000_000_001;

    /// <summary>The second argument of the use.</summary>
    public const int Second = -1_800_000_002;

    /// <summary>The third argument of the use.</summary>
    public const int Third = -1_600_000_003;

    /// <summary>The fourth argument of the use.</summary>
    public const int Fourth = -1_400_000_004;

    private static readonly double[] Values = [First, Second, Third, Fourth];

    private static readonly string[] Names = [nameof(First), nameof(Second), nameof(Third), nameof(Fourth)];

    /// <summary>Which argument a value stands for, from 0; null for any other value.</summary>
    internal static int? IndexOf(object? value)
    {
        var number =
            value is int whole ? whole
            : value is double real ? real
            : 0;
        var index = Array.FindIndex(Values, each => each == number);
        return index < 0 ? null : index;
    }

    /// <summary>The parameter as the user types it.</summary>
    internal static string NameOf(int index) => $"{nameof(BlockParameter)}.{Names[index]}";
}
