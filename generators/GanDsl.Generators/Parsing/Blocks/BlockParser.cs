using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads a class marked with [Block] for one of its uses.</summary>
internal sealed class BlockParser(StackParser stacks, Reading reading)
{
    public static bool IsBlock(INamedTypeSymbol type) => type.GetAttributes().Any(AttributeReader.Is<BlockAttribute>);

    /// <summary>The block with the arguments of the use; null where it cannot be read.</summary>
    public BlockDeclaration? Parse(
        INamedTypeSymbol block,
        Place place,
        IReadOnlyList<TypedConstant> arguments,
        BlockContext? around
    )
    {
        if (FindObstacle(block, around) is var (rule, clause))
        {
            reading.Add(new(rule, place.Location, $"{place.Text}: {clause}"));
            return null;
        }

        if (IntegersOf(block, place, arguments, around?.Arguments ?? []) is not { } integers)
        {
            return null;
        }

        var context = new BlockContext(place, integers, [.. around?.Blocks ?? [], block.OriginalDefinition]);
        var stack = stacks.Parse(block, "block", context);
        var residuals = block.GetAttributes().Where(AttributeReader.Is<ResidualAttribute>).ToList();
        if (residuals.Count > 1)
        {
            reading.Add(
                new(
                    Rule.UseArguments,
                    place.Location,
                    $"{place.Text}: the block {block.Name} is marked with [Residual] more than once; leave one of them"
                )
            );
            return null;
        }

        var shortcut = residuals.Count == 0 ? null : ShortcutOf(residuals[0], context);
        var needsShortcut = residuals.Count > 0 && residuals[0].AttributeClass!.IsGenericType;
        return needsShortcut && shortcut is null
            ? null
            : new(block.Name, integers, stack, residuals.Count > 0, shortcut);
    }

    private (Rule Rule, string Clause)? FindObstacle(INamedTypeSymbol block, BlockContext? around)
    {
        var outer = around?.Blocks ?? [];
        if (outer.Contains(block.OriginalDefinition, SymbolEqualityComparer.Default))
        {
            var path = outer.Select(each => each.Name).Concat([block.Name]);
            return (
                Rule.BlockRecursion,
                $"the block {block.Name} contains itself ({string.Join(" → ", path)}), so it would never end; leave the inner use out"
            );
        }

        return block.DeclaringSyntaxReferences.Length == 0
                ? (
                    Rule.InvalidUse,
                    $"the block {block.Name} is compiled in {block.ContainingAssembly.Name}, but layers are read from their source; declare "
                        + "the block in this project"
                )
            : ArithmeticIn(block) is { } arithmetic
                ? (Rule.BlockParameterArithmetic, $"in the block {block.Name} {arithmetic}")
            : null;
    }

    private string? ArithmeticIn(INamedTypeSymbol block) =>
        block
            .GetAttributes()
            .Where(data => StackParser.IsPositional(data) || AttributeReader.Is<ResidualAttribute>(data))
            .Select(data => data.ApplicationSyntaxReference?.GetSyntax(reading.Cancellation))
            .OfType<AttributeSyntax>()
            .Select(BlockParameters.ArithmeticIn)
            .FirstOrDefault(arithmetic => arithmetic is not null);

    private List<int>? IntegersOf(
        INamedTypeSymbol block,
        Place place,
        IReadOnlyList<TypedConstant> arguments,
        IReadOnlyList<int> ofBlockAround
    )
    {
        var needed = BlockParameters.CountOf(block);
        var problem =
            arguments.Count != needed
                ? $"the block {block.Name} takes {CodeText.Count(needed, "argument")}, but {CodeText.Of(arguments.Count)} "
                    + $"{(arguments.Count == 1 ? "is" : "are")} given; give one whole number for each BlockParameter in it"
            : arguments.Any(argument => argument.Kind != TypedConstantKind.Primitive || argument.Value is not int)
                ? $"the arguments of the block {block.Name} have to be whole numbers, since a BlockParameter stands for one"
            : null;
        if (problem is not null)
        {
            reading.Add(new(Rule.UseArguments, place.Location, $"{place.Text}: {problem}"));
            return null;
        }

        return [.. arguments.Select(argument => (int)AttributeReader.Replace(argument.Value!, ofBlockAround))];
    }

    private BlockUse? ShortcutOf(AttributeData residual, BlockContext context)
    {
        if (
            !residual.AttributeClass!.IsGenericType
            || AttributeReader.HasErrors(residual)
            || residual.ApplicationSyntaxReference?.GetSyntax(reading.Cancellation) is not AttributeSyntax syntax
            || residual.AttributeClass.TypeArguments[0] is not { TypeKind: not TypeKind.Error } type
        )
        {
            return null;
        }

        var place = Place.Of(syntax, context.Place);
        if (type is not INamedTypeSymbol block || !IsBlock(block))
        {
            reading.Add(
                new(
                    Rule.InvalidUse,
                    place.Location,
                    $"{place.Text}: {type.Name} is no block, but a shortcut has to be one; mark it with [Block] and give it layers"
                )
            );
            return null;
        }

        var declared = Parse(block, place, UseParser.ArgumentsOf(residual), context);
        return declared is null ? null : new(declared, BlockUseNames.Shortcut, 0, syntax, context.Place);
    }
}
