using GanDsl.Generators.Models;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads the loss of the user's own, from the class of a GAN.</summary>
internal sealed class OwnLossParser
{
    private const string Discriminator = "public static Tensor Discriminator(Tensor realLogits, Tensor fakeLogits)";
    private const string Generator = "public static Tensor Generator(Tensor fakeLogits)";
    private const string GeneratorOfBoth = "Generator(Tensor realLogits, Tensor fakeLogits)";

    private readonly INamedTypeSymbol gan;
    private readonly Location location;
    private readonly string text;
    private readonly List<Problem> problems;
    private readonly CancellationToken cancellation;

    private OwnLossParser(
        INamedTypeSymbol gan,
        AttributeData attribute,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        (this.gan, this.problems, this.cancellation) = (gan, problems, cancellation);
        location = TypeParser.LocationOf(attribute, gan, null, cancellation);
        text = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).ToString() ?? "Loss";
    }

    /// <summary>The loss; null where none is declared or it cannot be called.</summary>
    public static OwnLossModel? Parse(INamedTypeSymbol gan, List<Problem> problems, CancellationToken cancellation)
    {
        var attributes = gan.GetAttributes();
        var declared = attributes.FirstOrDefault(AttributeReader.Is<LossAttribute>);
        if (declared is null || AttributeReader.HasErrors(declared))
        {
            return null;
        }

        var parser = new OwnLossParser(gan, declared, problems, cancellation);
        return parser.IsTheOnlyLoss(attributes.First(AttributeReader.Is<GanAttribute>))
            ? parser.Of(declared.ConstructorArguments[0].Value as ITypeSymbol)
            : null;
    }

    private bool IsTheOnlyLoss(AttributeData attribute)
    {
        if (attribute.NamedArguments.All(argument => argument.Key != nameof(GanAttribute.Loss)))
        {
            return true;
        }

        Fail(
            "the GAN names a loss in [Gan], too, but it can have one; remove either",
            new PlacedMend(
                Mend.Set("Gan", ArgumentChange.Removal(nameof(GanAttribute.Loss))),
                TypeParser.LocationOf(attribute, gan, null, cancellation)
            ),
            new PlacedMend(Mend.Remove("Loss"), location)
        );
        return false;
    }

    private OwnLossModel? Of(ITypeSymbol? functions) =>
        functions is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
            ? Fail("a loss is a class with functions; give typeof a class")
        : type.IsUnboundGenericType ? Fail($"{type.Name} is generic and open; give it its types")
        : !TypeAccess.IsVisible(type, gan)
            ? Fail($"{type.Name} cannot be seen from the GAN; make it internal or public")
        : OfClass(type);

    private OwnLossModel? OfClass(INamedTypeSymbol type)
    {
        var discriminator = Functions(type, nameof(Discriminator))
            .Where(method => IsLossOf(method, logits: 2))
            .ToList();
        var generator = Functions(type, nameof(Generator))
            .Where(method => IsLossOf(method, logits: 1) || IsLossOf(method, logits: 2))
            .ToList();
        return discriminator.Count == 0 ? Fail(Lacks(type, nameof(Discriminator), $"'{Discriminator}'"))
            : generator.Count == 0
                ? Fail(
                    Lacks(
                        type,
                        nameof(Generator),
                        $"'{Generator}', or '{GeneratorOfBoth}' where it compares with real examples"
                    )
                )
            : generator.Select(method => method.Parameters.Length).Distinct().Count() > 1
                ? Fail(
                    $"{type.Name} has two functions Generator, of the logits of generated examples and of both, but one is G's loss; remove either"
                )
            : new(
                type.Name,
                type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                generator[0].Parameters.Length == 2
            );
    }

    /// <summary>What is missing, and what there is of that name.</summary>
    private static string Lacks(INamedTypeSymbol type, string name, string signature)
    {
        var found = Functions(type, name).FirstOrDefault();
        return found is null
            ? $"{type.Name} has no function {name}; give it {signature}"
            : $"{type.Name} has '{found.ToDisplayString(Signature)}', which cannot be a loss; make it {signature}";
    }

    private static readonly SymbolDisplayFormat Signature = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeAccessibility,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    private static IEnumerable<IMethodSymbol> Functions(INamedTypeSymbol type, string name)
    {
        for (var each = type; each is not null; each = each.BaseType)
        {
            foreach (var method in each.GetMembers(name).OfType<IMethodSymbol>())
            {
                yield return method;
            }
        }
    }

    private static bool IsLossOf(IMethodSymbol method, int logits) =>
        method is { IsStatic: true, IsGenericMethod: false, IsAbstract: false }
        && method.DeclaredAccessibility
            is Accessibility.Public
                or Accessibility.Internal
                or Accessibility.ProtectedOrInternal
        && method.RefKind == RefKind.None
        && IsTensor(method.ReturnType)
        && method.Parameters.Length == logits
        && method.Parameters.All(parameter =>
            parameter is { RefKind: RefKind.None, IsParams: false } && IsTensor(parameter.Type)
        );

    private static bool IsTensor(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == "global::TorchSharp.torch.Tensor";

    private OwnLossModel? Fail(string clause, params PlacedMend[] mends)
    {
        problems.Add(new(Rule.InvalidLoss, location, $"{text}: {clause}") { Mends = mends });
        return null;
    }
}
