using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Finds attributes of this library that mean nothing on the class that they stand on.</summary>
internal static class StrayAttributes
{
    /// <summary>A problem for the first such attribute of a class.</summary>
    public static IEnumerable<Problem> Find(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var attributes = type.GetAttributes();
        if (attributes.FirstOrDefault(attribute => IsStray(attribute, type)) is not { } stray)
        {
            return [];
        }

        var location = AttributeSyntaxReader.LocationOf(stray, type, argument: null, cancellation);
        var name = stray.AttributeClass!.Name.Replace(nameof(Attribute), "");
        return
        [
            new(
                Rule.StrayAttribute,
                location,
                $"[{name}] has no effect on {type.Name}: {PlaceOf(stray)}; move it there, or mark the class that it was meant for"
            )
            {
                Mends = [new(Mend.Remove(name), location)],
            },
        ];
    }

    private static bool IsStray(AttributeData attribute, INamedTypeSymbol type)
    {
        var isGan = IsMarked<GanAttribute>(type);
        var isNetwork = IsMarked<NetworkAttribute>(type);
        var isBlock = IsMarked<BlockAttribute>(type);
        var isNetworkOfGan = isNetwork && type.ContainingType is { } around && IsMarked<GanAttribute>(around);
        return AttributeReader.Is<ResidualAttribute>(attribute) ? !isBlock
            : AttributeReader.Is<InitAttribute>(attribute) ? !isNetwork && !isBlock && !isGan
            : StackParser.IsPositional(attribute) ? !isNetwork && !isBlock
            : AttributeReader.Is<NetworkAttribute>(attribute) ? !isNetworkOfGan
            : AttributeReader.Is<LatentAttribute>(attribute)
            || AttributeReader.Is<DataShapeAttribute>(attribute)
            || AttributeReader.Is<LabelsAttribute>(attribute)
            || AttributeReader.Is<LossAttribute>(attribute)
                ? !isGan
            : AttributeReader.Is<TrainingAttribute>(attribute) ? !isGan && !(isNetwork && IsPerNetwork(attribute))
            : AttributeReader.Is<OptimizerAttribute>(attribute) && !isGan && !isNetwork;
    }

    private static string PlaceOf(AttributeData attribute) =>
        AttributeReader.Is<ResidualAttribute>(attribute) ? "it stands on a class marked with [Block]"
        : AttributeReader.Is<LayerAttribute>(attribute) || UseParser.IsUse(attribute)
            ? "layers stand on a class marked with [Generator] or [Discriminator], or with [Block]"
        : ModifierParser.IsModifier(attribute)
            ? "it stands on a class marked with [Generator], [Discriminator] or [Block], before its first layer or after the layer that it is for"
        : AttributeReader.Is<NetworkAttribute>(attribute) ? "networks are nested in a class marked with [Gan]"
        : AttributeReader.Is<TrainingAttribute>(attribute) && IsPerNetwork(attribute)
            ? "it stands on a GAN or on one of its networks"
        : AttributeReader.Is<OptimizerAttribute>(attribute) ? "optimisers stand on a GAN or on one of its networks"
        : "it stands on a class marked with [Gan]";

    private static bool IsPerNetwork(AttributeData attribute) =>
        AttributeReader.Read<TrainingAttribute>(attribute) is { IsPerNetwork: true };

    private static bool IsMarked<T>(INamedTypeSymbol type) => type.GetAttributes().Any(AttributeReader.Is<T>);
}
