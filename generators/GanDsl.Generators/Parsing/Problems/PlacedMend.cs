using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>A mend and the attribute or class that it edits.</summary>
internal sealed record PlacedMend(Mend Mend, Location Target);
