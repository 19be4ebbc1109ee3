using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>A network as declared.</summary>
/// <param name="Role">"generator" or "discriminator".</param>
/// <param name="Symbol">The nested class.</param>
/// <param name="Layers">Its layers in the order of the source.</param>
/// <param name="Optimizer">Its own optimiser, where it has one.</param>
internal sealed record NetworkDeclaration(
    string Role,
    INamedTypeSymbol Symbol,
    IReadOnlyList<LayerDeclaration> Layers,
    OptimizerAttribute? Optimizer
)
{
    public Location Location => Symbol.Locations[0];
}
