using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads [Use&lt;T&gt;]: T is a block or a module.</summary>
internal sealed class UseParser
{
    private const string MetadataName = "UseAttribute`1";

    private readonly BlockParser blocks;
    private readonly ModuleParser modules;
    private readonly Reading reading;

    public UseParser(INamedTypeSymbol network, StackParser stacks, Reading reading)
    {
        this.reading = reading;
        blocks = new(stacks, reading);
        modules = new(network, reading);
    }

    public static bool IsUse(AttributeData data) =>
        AttributeReader.Is<StructureAttribute>(data) && data.AttributeClass!.MetadataName == MetadataName;

    /// <summary>The layer or the block that is used; null where it cannot be read.</summary>
    public PartDeclaration? Parse(AttributeData data, AttributeSyntax syntax, int stage, BlockContext? context)
    {
        if (
            AttributeReader.HasErrors(data)
            || data.AttributeClass!.TypeArguments[0] is not { TypeKind: not TypeKind.Error } type
        )
        {
            return null;
        }

        var place = Place.Of(syntax, context?.Place);
        var arguments = ArgumentsOf(data);
        var name = data.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string;
        if (type is INamedTypeSymbol block && BlockParser.IsBlock(block))
        {
            var declared = blocks.Parse(block, place, arguments, context);
            return declared is null ? null : new BlockUse(declared, name, stage, syntax, context?.Place);
        }

        if (type is INamedTypeSymbol module && ModuleParser.IsModule(module))
        {
            var declared = modules.Parse(module, place, arguments, context?.Arguments ?? []);
            return declared is null ? null : new LayerDeclaration(declared, name, stage, syntax, context?.Place);
        }

        reading.Add(
            new(
                Rule.InvalidUse,
                place.Location,
                ModuleParser.IsOtherModule(type)
                    ? $"{place.Text}: {type.Name} is a module, but none from one tensor, or from one and the labels, to one tensor; "
                        + "derive it from torch.nn.Module<Tensor, Tensor> or torch.nn.Module<Tensor, Tensor, Tensor>"
                    : $"{place.Text}: {type.Name} is neither a block nor a module; mark it with [Block] and give it layers, or derive it from "
                        + "torch.nn.Module<Tensor, Tensor>"
            )
        );
        return null;
    }

    /// <summary>Given as one array too, since C# takes either.</summary>
    public static IReadOnlyList<TypedConstant> ArgumentsOf(AttributeData data) =>
        [.. data.ConstructorArguments.Where(argument => !argument.IsNull).SelectMany(argument => argument.Values)];
}
