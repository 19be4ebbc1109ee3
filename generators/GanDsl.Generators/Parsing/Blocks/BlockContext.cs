using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>The use for which a block is read.</summary>
/// <param name="Place">The use.</param>
/// <param name="Arguments">What it gives the parameters of the block.</param>
/// <param name="Blocks">The block and those around it, outermost first: none of them can be used in it.</param>
internal sealed record BlockContext(Place Place, IReadOnlyList<int> Arguments, IReadOnlyList<INamedTypeSymbol> Blocks);
