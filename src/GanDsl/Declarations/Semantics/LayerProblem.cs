namespace GanDsl;

/// <summary>What is wrong with a layer as declared: the rule it breaks and a clause that says what was found and needed.</summary>
internal sealed class LayerProblem
{
    public LayerProblem(Rule rule, string? argument, string message, params Mend[] mends)
    {
        Rule = rule;
        Argument = argument;
        Message = message;
        Mends = mends;
    }

    public Rule Rule { get; }

    /// <summary>The attribute argument to change, as the user types it; null when it is the layer as a whole.</summary>
    public string? Argument { get; }

    public string Message { get; }

    /// <summary>The mechanical ways to mend it, the likeliest first; each edits the layer's own attribute.</summary>
    public IReadOnlyList<Mend> Mends { get; }

    /// <summary>The input that the layer needs, where changing the layer before it would mend this too.</summary>
    public Shape? NeededInput { get; init; }

    public static LayerProblem Rank(string needed, Shape input, params Mend[] mends) =>
        Rank(needed, input, "add a Reshape or a Flatten before it", mends);

    public static LayerProblem Rank(string needed, Shape input, string advice, params Mend[] mends) =>
        new(Rule.InputRank, null, $"it takes {needed}, but its input is {input}; {advice}", mends);

    /// <summary>A value that the layer takes, but that is hardly meant.</summary>
    public static LayerProblem UnusualArgument(
        string argument,
        object found,
        string usual,
        string reason,
        params Mend[] mends
    ) =>
        new(
            Rule.UnusualArgument,
            argument,
            $"{argument} is {CodeText.Of(found)}, but it is usually {usual}: {reason}",
            mends
        );

    public static LayerProblem InvalidArgument(string argument, object found, string needed, params Mend[] mends) =>
        new(Rule.InvalidArgument, argument, $"{argument} is {CodeText.Of(found)}, but it has to be {needed}", mends);
}
