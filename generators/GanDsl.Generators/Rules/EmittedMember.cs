using GanDsl.Generators.Emission;
using GanDsl.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Rules;

/// <summary>A member that is emitted for a GAN or a network, read back from what is emitted.</summary>
/// <param name="Name">Its name; that of the class for a constructor.</param>
/// <param name="Kind">What it is, such as <c>field</c>.</param>
/// <param name="Parameters">The types of its parameters without their nullability; null where it takes none.</param>
/// <param name="IsPartialType">Whether it is a class with room for other parts.</param>
internal sealed record EmittedMember(string Name, string Kind, IReadOnlyList<string>? Parameters, bool IsPartialType)
{
    /// <summary>What a message calls it, such as <c>Sample(int)</c>.</summary>
    public string Text => Parameters is null ? Name : $"{Name}({string.Join(", ", Parameters)})";

    /// <summary>The members of the GAN itself and of its networks, by the name of the class.</summary>
    public static ILookup<string, EmittedMember> Of(GanModel gan, bool hasCommandLine)
    {
        string[] names = [gan.Name, gan.Generator.Name, gan.Discriminator.Name];
        var outermost = gan.ContainingTypes.Count;
        IEnumerable<Emitter> emitters = hasCommandLine ? [.. Emitters.All, new CommandLineEmitter()] : Emitters.All;
        return emitters
            .SelectMany(emitter =>
                CSharpSyntaxTree
                    .ParseText(emitter.Emit(gan))
                    .GetRoot()
                    .DescendantNodes()
                    .OfType<ClassDeclarationSyntax>()
            )
            .Where(type => names.Contains(type.Identifier.Text) && Depth(type) - outermost is 0 or 1)
            .SelectMany(type => type.Members.SelectMany(Read).Select(member => (Class: type.Identifier.Text, member)))
            .ToLookup(each => each.Class, each => each.member);
    }

    private static int Depth(ClassDeclarationSyntax type) => type.Ancestors().OfType<ClassDeclarationSyntax>().Count();

    private static IEnumerable<EmittedMember> Read(MemberDeclarationSyntax member) =>
        member switch
        {
            FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable =>
                Of(variable.Identifier, "field")
            ),
            // What is implemented for an interface alone has no name in the class.
            PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: not null }
            or MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null } => [],
            PropertyDeclarationSyntax property => [Of(property.Identifier, "property")],
            MethodDeclarationSyntax method => [Of(method.Identifier, "method", method.ParameterList)],
            ConstructorDeclarationSyntax constructor =>
            [
                Of(constructor.Identifier, "constructor", constructor.ParameterList),
            ],
            BaseTypeDeclarationSyntax type =>
            [
                Of(type.Identifier, "type") with
                {
                    IsPartialType = type.Modifiers.Any(SyntaxKind.PartialKeyword),
                },
            ],
            _ => [],
        };

    private static EmittedMember Of(SyntaxToken name, string kind, ParameterListSyntax? parameters = null) =>
        new(name.ValueText, kind, parameters?.Parameters.Select(each => TypeText(each.Type!)).ToList(), false);

    /// <summary>Nullability is no part of a signature where the type is a reference.</summary>
    private static string TypeText(TypeSyntax type) =>
        type is NullableTypeSyntax { ElementType: not PredefinedTypeSyntax and var reference }
            ? reference.ToString()
            : type.ToString();
}
