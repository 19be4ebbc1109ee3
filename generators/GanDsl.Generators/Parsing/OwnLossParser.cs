using GanDsl.Generators.Models;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads the loss of the user's own, from the class of a GAN.</summary>
internal sealed class OwnLossParser(INamedTypeSymbol gan, Reading reading)
{
    private const string Discriminator = "Discriminator";
    private const string Generator = "Generator";
    private const string Logits = "default(global::TorchSharp.torch.Tensor)!";

    /// <summary>A function as its author has declared it.</summary>
    private static readonly SymbolDisplayFormat AsDeclared = new(
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
                new(Mend.Set("Gan", nameOfLoss), reading.LocationOf(ofGan, gan)),
                new(Mend.Remove("Loss"), reading.LocationOf(loss, gan))
            );
        }

        // What does not exist or cannot be seen is an error of the compiler's.
        var given = loss.ConstructorArguments[0].Value as ITypeSymbol;
        if (given?.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (Obstacle(given) is { } obstacle)
        {
            Fail(loss, obstacle);
            return null;
        }

        var type = (INamedTypeSymbol)given!;
        return new(
            type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            FullNameOf(type),
            IsLoss(type, Generator, Logits, Logits)
        );
    }

    /// <summary>Why the class cannot be used, as the end of a sentence; null where it can.</summary>
    private string? Obstacle(ITypeSymbol? given)
    {
        if (
            given
            is not INamedTypeSymbol
            {
                TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface,
                SpecialType: SpecialType.None
            } type
        )
        {
            return "a loss is a class with functions; give typeof a class";
        }

        if (type.IsUnboundGenericType)
        {
            return $"{type.Name} is generic and open; give it its types";
        }

        if (!TypeAccess.IsVisible(type, gan, reading.Compilation))
        {
            return $"{type.Name} cannot be seen from the code that is generated for the GAN; make it internal or public";
        }

        if (IsMemberOfOurs(type))
        {
            return $"{type.Name} means {gan.Name}.{type.Name} here, which is no loss; write global:: and the namespace before the name of yours, or give "
                + "it another one";
        }

        var ofFake = IsLoss(type, Generator, Logits);
        var ofBoth = IsLoss(type, Generator, Logits, Logits);
        return !IsLoss(type, Discriminator, Logits, Logits)
                ? WhatIsLacking(
                    type,
                    Discriminator,
                    parameters: 2,
                    "'public static Tensor Discriminator(Tensor realLogits, Tensor fakeLogits)'"
                )
            : !ofFake && !ofBoth
                ? WhatIsLacking(
                    type,
                    Generator,
                    parameters: 1,
                    "'public static Tensor Generator(Tensor fakeLogits)', or 'Generator(Tensor realLogits, Tensor fakeLogits)' where it compares with real "
                        + "examples"
                )
            : ofFake && ofBoth
                ? $"{type.Name}.Generator takes the logits of generated examples alone and of both, but one of them is G's loss; remove the other"
            : null;
    }

    /// <summary>Whether the name means a network of the GAN, or something that is generated inside it and hides the user's own.</summary>
    private bool IsMemberOfOurs(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingType, gan)
        && (
            type.GetAttributes().Any(AttributeReader.Is<NetworkAttribute>)
            || type.DeclaringSyntaxReferences.All(part => GeneratedFiles.Contain(part.SyntaxTree))
        );

    /// <summary>Whether the compiler finds a function for the arguments, and it answers a tensor.</summary>
    private bool IsLoss(INamedTypeSymbol type, string name, params string[] arguments) =>
        AnswerOf(type, name, arguments) is { } answer && FullNameOf(answer) == "global::TorchSharp.torch.Tensor";

    private ITypeSymbol? AnswerOf(INamedTypeSymbol type, string name, params string[] arguments)
    {
        var call = $"{FullNameOf(type)}.{name}({string.Join(", ", arguments)})";
        return EmittedExpression.Symbol(call, gan, reading.Compilation).Symbol is null
            ? null
            : EmittedExpression.Type(call, gan, reading.Compilation);
    }

    /// <summary>What is missing, and what there is of that name.</summary>
    private string WhatIsLacking(INamedTypeSymbol type, string name, int parameters, string signature)
    {
        if (AnswerOf(type, name, [.. Enumerable.Repeat(Logits, parameters)]) is { } answer)
        {
            return $"{type.Name}.{name} answers '{answer.ToDisplayString()}', but a loss is a TorchSharp.torch.Tensor; make it {signature}";
        }

        var members = TypeSymbols.BasesOf(type).SelectMany(each => each.GetMembers(name)).ToList();
        var nearest = members
            .OfType<IMethodSymbol>()
            .OrderBy(method => Math.Abs(method.Parameters.Length - parameters))
            .FirstOrDefault();
        return members.Count == 0 ? $"{type.Name} has no function {name}; give it {signature}"
            : nearest is null ? $"{type.Name}.{name} is no function of logits; make it {signature}"
            : $"{type.Name} has '{nearest.ToDisplayString(AsDeclared)}', which cannot be called as a loss; make it {signature}";
    }

    private static string FullNameOf(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private void Fail(AttributeData loss, string clause, params PlacedMend[] mends)
    {
        var text = reading.TextOf(loss) ?? "Loss";
        reading.Add(new(Rule.InvalidLoss, reading.LocationOf(loss, gan), $"{text}: {clause}") { Mends = mends });
    }
}
