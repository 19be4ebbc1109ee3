using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads the layers of a network, and of the blocks that it uses.</summary>
internal sealed class StackParser
{
    /// <summary>Blocks that use blocks twice double with every level; no network that could be trained comes near this.</summary>
    private const int MostParts = 10_000;

    private readonly Reading reading;
    private readonly UseParser uses;
    private readonly ModifierParser modifiers;
    private readonly int classes;
    private int partCount;

    /// <param name="network">The network, from which all that it uses has to be accessible.</param>
    /// <param name="classes">The declared number of classes of a conditional GAN, else 1.</param>
    /// <param name="reading">The reading of the GAN.</param>
    public StackParser(INamedTypeSymbol network, int classes, Reading reading)
    {
        (this.classes, this.reading) = (classes, reading);
        uses = new(network, this, reading);
        modifiers = new(reading);
    }

    /// <summary>Whether the place of an attribute among the others means something.</summary>
    public static bool IsPositional(AttributeData data) =>
        AttributeReader.Is<LayerAttribute>(data) || UseParser.IsUse(data) || ModifierParser.IsModifier(data);

    /// <param name="type">The class that carries the layers.</param>
    /// <param name="what">What it is, such as <c>generator</c>.</param>
    /// <param name="context">For a block the use that it is read for; null for a network.</param>
    public StackDeclaration Parse(INamedTypeSymbol type, string what, BlockContext? context)
    {
        // The order of the source: attributes of different parts have none, so all layers stand on one part.
        var attributes = type.GetAttributes()
            .Where(IsPositional)
            .Select(data =>
                (Data: data, Syntax: (AttributeSyntax?)data.ApplicationSyntaxReference?.GetSyntax(reading.Cancellation))
            )
            .Where(attribute => attribute.Syntax is not null)
            .Select(attribute => (attribute.Data, Syntax: attribute.Syntax!))
            .OrderBy(attribute => attribute.Syntax.SpanStart)
            .ToList();
        if (attributes.All(attribute => ModifierParser.IsModifier(attribute.Data)))
        {
            reading.Add(
                new(
                    Rule.NoLayers,
                    context?.Place.Location ?? type.Locations[0],
                    $"The {what} {type.Name} has no layer; add layers as attributes, such as [Linear(64), ReLU]"
                )
            );
        }

        var parts = attributes
            .GroupBy(attribute => attribute.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>())
            .ToList();
        if (parts.Count > 1)
        {
            reading.Add(
                new(
                    Rule.LayersOnSeveralParts,
                    context?.Place.Location ?? parts[1].First().Syntax.GetLocation(),
                    $"The layers of the {what} {type.Name} stand on {CodeText.Of(parts.Count)} parts of the class, and C# gives "
                        + "parts no order; move all of them to one part"
                )
            );
            return StackDeclaration.Unreadable;
        }

        return Read(attributes, context);
    }

    private StackDeclaration Read(
        IReadOnlyList<(AttributeData Data, AttributeSyntax Syntax)> attributes,
        BlockContext? context
    )
    {
        var lists = attributes.Select(attribute => attribute.Syntax.Parent!).Distinct().ToList();
        var parts = new List<PartDeclaration>();
        var leading = Modifiers.None;
        foreach (var (data, syntax) in attributes)
        {
            if (context is null && BlockParameters.In(data).Any())
            {
                AddParameterProblem(data, syntax);
                return new(parts, false, leading);
            }

            if (context is null && BlockParameters.ArithmeticIn(syntax) is { } arithmetic)
            {
                reading.Add(new(Rule.BlockParameterArithmetic, syntax.GetLocation(), $"{syntax}: {arithmetic}"));
                return new(parts, false, leading);
            }

            if (ModifierParser.IsModifier(data))
            {
                var place = Place.Of(syntax, context?.Place);
                if (modifiers.Parse(data, syntax, place, context?.Arguments ?? []) is not { } modifier)
                {
                    return new(parts, false, leading);
                }

                if (parts.Count == 0)
                {
                    leading = leading.Then(modifier);
                }
                else
                {
                    var last = parts[parts.Count - 1];
                    parts[parts.Count - 1] = last with { Modifiers = last.Modifiers.Then(modifier) };
                }
            }
            else if (Part(data, syntax, lists.IndexOf(syntax.Parent!), context) is { } part)
            {
                parts.Add(part);
            }
            else
            {
                // An attribute that does not compile has the compiler's own message: nothing after it can be inferred.
                return new(parts, false, leading);
            }
        }

        return new(parts, parts.Count > 0, leading);
    }

    private PartDeclaration? Part(AttributeData data, AttributeSyntax syntax, int stage, BlockContext? context)
    {
        reading.Cancellation.ThrowIfCancellationRequested();
        if (++partCount > MostParts)
        {
            AddCountProblem(Place.Of(syntax, context?.Place));
            return null;
        }

        return UseParser.IsUse(data) ? uses.Parse(data, syntax, stage, context)
            : Layer(data, context) is { } layer ? new LayerDeclaration(layer, layer.Name, stage, syntax, context?.Place)
            : null;
    }

    private LayerAttribute? Layer(AttributeData data, BlockContext? context)
    {
        var layer = AttributeReader.Read<LayerAttribute>(data, context?.Arguments ?? []);
        if (layer is LabelLayerAttribute labelled)
        {
            labelled.ClassCount = classes;
        }

        return layer;
    }

    private void AddParameterProblem(AttributeData data, AttributeSyntax syntax)
    {
        var name = BlockParameter.NameOf(BlockParameters.In(data).First());
        reading.Add(
            new(
                Rule.BlockParameterOutside,
                syntax.GetLocation(),
                $"{syntax}: {name} stands for an argument of a block's use, but this is no block; type the number, or move the layer to a "
                    + "class marked with [Block]"
            )
        );
    }

    private void AddCountProblem(Place place)
    {
        if (partCount == MostParts + 1)
        {
            reading.Add(
                new(
                    Rule.SizeOverflows,
                    place.Location,
                    $"{place.Text}: with its blocks the network has more than {CodeText.Count(MostParts)} layers; use fewer"
                )
            );
        }
    }
}
