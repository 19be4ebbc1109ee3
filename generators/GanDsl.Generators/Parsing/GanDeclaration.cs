using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>A GAN as declared; what is missing or cannot be read is null, and what is wrong has its problem.</summary>
internal sealed record GanDeclaration(
    INamedTypeSymbol Symbol,
    GanAttribute Gan,
    LatentAttribute? Latent,
    DataShapeAttribute? Data,
    bool IsDataValid,
    OptimizerAttribute? Optimizer,
    Modifiers Modifiers,
    NetworkDeclaration? Generator,
    NetworkDeclaration? Discriminator,
    IReadOnlyList<Problem> Problems
)
{
    /// <summary>Where an attribute of the class stands, or one of its arguments.</summary>
    public Location LocationOf<T>(string? argument)
        where T : Attribute =>
        TypeParser.LocationOf(Symbol.GetAttributes().First(AttributeReader.Is<T>), Symbol, argument, default);
}
