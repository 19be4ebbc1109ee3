using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>A rule that a declaration breaks, where it does so, and the sentence for the person who wrote it.</summary>
internal sealed record Problem(Rule Rule, Location Location, string Message)
{
    /// <summary>The mechanical ways to mend it, the likeliest first.</summary>
    public IReadOnlyList<PlacedMend> Mends { get; init; } = [];
}
