using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>What parsing a GAN and parsing a network share.</summary>
internal static class TypeParser
{
    /// <summary>Checks that a partial class can be emitted for the GAN or the network.</summary>
    public static void CheckClass(
        INamedTypeSymbol type,
        string what,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        var found =
            UnsupportedKind(type)
            ?? (
                type.IsStatic ? "static"
                : type.IsAbstract ? "abstract"
                : Parts(type, cancellation).Any(part => part.ParameterList is not null)
                    ? "declared with a primary constructor"
                : null
            );
        CheckKind(type, what, found, problems, cancellation);
    }

    /// <summary>Checks that a part can be emitted of a class around a GAN.</summary>
    public static void CheckContainer(INamedTypeSymbol type, List<Problem> problems, CancellationToken cancellation) =>
        CheckKind(type, "a class around a GAN", UnsupportedKind(type), problems, cancellation);

    private static void CheckKind(
        INamedTypeSymbol type,
        string what,
        string? found,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        if (found is not null)
        {
            problems.Add(
                new(
                    Rule.UnsupportedType,
                    type.Locations[0],
                    $"{type.Name} is {found}, but {what} has to be a plain partial class"
                )
            );
        }
        else if (!IsPartial(type, cancellation))
        {
            problems.Add(
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

    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        Parts(type, cancellation).All(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The parts of a class in the source, those that are generated among them.</summary>
    public static IEnumerable<TypeDeclarationSyntax> Parts(INamedTypeSymbol type, CancellationToken cancellation) =>
        type
            .DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>();

    /// <summary>The type and those that it derives from.</summary>
    public static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol? type)
    {
        for (var each = type; each is not null; each = each.BaseType)
        {
            yield return each;
        }
    }

    public static void AddArgumentProblems(
        AttributeData attribute,
        IEnumerable<LayerProblem> found,
        INamedTypeSymbol type,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        foreach (var problem in found)
        {
            var location = LocationOf(attribute, type, problem.Argument, cancellation);
            var text = TextOf(attribute, cancellation) ?? type.Name;
            var target = LocationOf(attribute, type, null, cancellation);
            problems.Add(
                new(problem.Rule, location, $"{text}: {problem.Message}")
                {
                    Mends = [.. problem.Mends.Select(mend => new PlacedMend(mend, target))],
                }
            );
        }
    }

    /// <summary>The attribute as it is typed; null for one of another assembly.</summary>
    public static string? TextOf(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is { } syntax
            ? AttributeSyntaxReader.TextOf(syntax)
            : null;

    public static Location LocationOf(
        AttributeData attribute,
        INamedTypeSymbol type,
        string? argument,
        CancellationToken cancellation
    ) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            ? AttributeSyntaxReader.LocationOf(syntax, argument)
            : type.Locations[0];

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
