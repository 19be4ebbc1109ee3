using GanDsl.Generators.Models;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads the loss of the user's own, from the class of a GAN.</summary>
internal sealed class OwnLossParser(
    INamedTypeSymbol gan,
    Compilation compilation,
    List<Problem> problems,
    CancellationToken cancellation
)
{
    private const string Discriminator = "public static Tensor Discriminator(Tensor realLogits, Tensor fakeLogits)";
    private const string Generator = "public static Tensor Generator(Tensor fakeLogits)";
    private const string GeneratorOfBoth = "Generator(Tensor realLogits, Tensor fakeLogits)";

    /// <summary>A function as its author has declared it.</summary>
    private static readonly SymbolDisplayFormat Signature = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeAccessibility,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeDefaultValue,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    /// <summary>The loss; null where none is declared or it cannot be called.</summary>
    public OwnLossModel? Parse()
    {
        var attributes = gan.GetAttributes();
        var loss = attributes.FirstOrDefault(AttributeReader.Is<LossAttribute>);
        if (loss is null || AttributeReader.HasErrors(loss))
        {
            return null;
        }

        var ofGan = attributes.First(AttributeReader.Is<GanAttribute>);
        if (ofGan.NamedArguments.Any(argument => argument.Key == nameof(GanAttribute.Loss)))
        {
            var nameOfLoss = ArgumentChange.Removal(nameof(GanAttribute.Loss));
            Fail(
                loss,
                "[Gan] names a loss as well, but a GAN has one; remove either",
                new(Mend.Set("Gan", nameOfLoss), LocationOf(ofGan)),
                new(Mend.Remove("Loss"), LocationOf(loss))
            );
            return null;
        }

        var functions = loss.ConstructorArguments[0].Value as INamedTypeSymbol;
        if (Obstacle(functions) is { } obstacle)
        {
            Fail(loss, obstacle);
            return null;
        }

        return new(
            functions!.Name,
            functions.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Losses(functions, nameof(Generator), logits: 2).Any()
        );
    }

    /// <summary>Why the class cannot be used, as the end of a sentence; null where it can.</summary>
    private string? Obstacle(INamedTypeSymbol? type)
    {
        if (type is not { TypeKind: TypeKind.Class or TypeKind.Struct })
        {
            return "a loss is a class with functions; give typeof a class";
        }

        if (type.IsUnboundGenericType)
        {
            return $"{type.Name} is generic and open; give it its types";
        }

        if (!TypeAccess.IsVisible(type, gan, compilation))
        {
            return $"{type.Name} cannot be seen from the GAN; make it internal or public";
        }

        var ofFake = Losses(type, nameof(Generator), logits: 1).Any();
        var ofBoth = Losses(type, nameof(Generator), logits: 2).Any();
        return !Losses(type, nameof(Discriminator), logits: 2).Any()
                ? Lacks(type, nameof(Discriminator), $"'{Discriminator}'")
            : !ofFake && !ofBoth
                ? Lacks(
                    type,
                    nameof(Generator),
                    $"'{Generator}', or '{GeneratorOfBoth}' where it compares with real examples"
                )
            : ofFake && ofBoth
                ? $"{type.Name} has two functions Generator, of the logits of generated examples and of both, but one is G's loss; remove either"
            : null;
    }

    /// <summary>What is missing, and what there is of that name.</summary>
    private static string Lacks(INamedTypeSymbol type, string name, string signature) =>
        Functions(type, name).FirstOrDefault() is { } found
            ? $"{type.Name} has '{found.ToDisplayString(Signature)}', which cannot be called as a loss; make it {signature}"
            : $"{type.Name} has no function {name}; give it {signature}";

    /// <summary>The functions of a name that the GAN can call with logits alone.</summary>
    private IEnumerable<IMethodSymbol> Losses(INamedTypeSymbol type, string name, int logits) =>
        Functions(type, name)
            .Where(method =>
                method is { IsStatic: true, IsGenericMethod: false, RefKind: RefKind.None }
                && compilation.IsSymbolAccessibleWithin(method, gan)
                && IsTensor(method.ReturnType)
                && method.Parameters.Length == logits
                && method.Parameters.All(parameter =>
                    parameter is { RefKind: RefKind.None, IsParams: false } && IsTensor(parameter.Type)
                )
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

    private static bool IsTensor(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == "global::TorchSharp.torch.Tensor";

    private void Fail(AttributeData loss, string clause, params PlacedMend[] mends)
    {
        var text = loss.ApplicationSyntaxReference?.GetSyntax(cancellation).ToString() ?? "Loss";
        problems.Add(new(Rule.InvalidLoss, LocationOf(loss), $"{text}: {clause}") { Mends = mends });
    }

    private Location LocationOf(AttributeData attribute) => TypeParser.LocationOf(attribute, gan, null, cancellation);
}
