using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Parsing;

/// <summary>Checks that a further part of a class can be emitted.</summary>
internal sealed class PartialClassCheck(Reading reading)
{
    /// <summary>Checks the class of a GAN or a network.</summary>
    /// <param name="type">The class.</param>
    /// <param name="what">What it is, such as <c>the generator</c>.</param>
    public void Check(INamedTypeSymbol type, string what)
    {
        var found =
            UnsupportedKind(type)
            ?? (
                type.IsStatic ? "static"
                : type.IsAbstract ? "abstract"
                : TypeSymbols.Parts(type, reading.Cancellation).Any(part => part.ParameterList is not null)
                    ? "declared with a primary constructor"
                : null
            );
        Check(type, what, found);
    }

    /// <summary>Checks the classes around a GAN.</summary>
    public void CheckContainers(INamedTypeSymbol gan)
    {
        for (var container = gan.ContainingType; container is not null; container = container.ContainingType)
        {
            Check(container, "a class around a GAN", UnsupportedKind(container));
        }
    }

    private void Check(INamedTypeSymbol type, string what, string? found)
    {
        if (found is not null)
        {
            reading.Add(
                new(
                    Rule.UnsupportedType,
                    type.Locations[0],
                    $"{type.Name} is {found}, but {what} has to be a plain partial class"
                )
            );
        }
        else if (!IsPartial(type))
        {
            reading.Add(
                new(
                    Rule.NotPartial,
                    type.Locations[0],
                    $"{type.Name} is not partial, but its code is generated; add 'partial' to the class"
                )
                {
                    Mends = [new(Mend.MakePartial, type.Locations[0])],
                }
            );
        }
    }

    private bool IsPartial(INamedTypeSymbol type) =>
        TypeSymbols.Parts(type, reading.Cancellation).All(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string? UnsupportedKind(INamedTypeSymbol type) =>
        type switch
        {
            { IsRecord: true } => "a record",
            { TypeKind: not TypeKind.Class } => "no class",
            { IsFileLocal: true } => "local to its file",
            { Arity: > 0 } => "generic",
            _ => null,
        };
}
