namespace GanDsl;

/// <summary>Why a layer cannot be built as declared: the rule it breaks and a clause that says what was found and needed.</summary>
internal sealed class LayerProblem
{
    public LayerProblem(Rule rule, string? argument, string message)
    {
        Rule = rule;
        Argument = argument;
        Message = message;
    }

    public Rule Rule { get; }

    /// <summary>The attribute argument to change, as the user types it; null when it is the layer as a whole.</summary>
    public string? Argument { get; }

    public string Message { get; }

    public static LayerProblem Rank(string needed, Shape input) =>
        new(Rule.InputRank, null, $"it takes {needed}, but its input is {input}; add a Reshape or a Flatten before it");

    public static LayerProblem InvalidArgument(string argument, object found, string needed) =>
        new(Rule.InvalidArgument, argument, $"{argument} is {CodeText.Of(found)}, but it has to be {needed}");
}
