namespace GanDsl.Tests;

/// <summary>The GANs of points in Models, found by their names: update rule, loss and, where there is one, BatchNorm.</summary>
internal static class ModelCatalog
{
    /// <summary>Every update rule with every loss.</summary>
    public static IEnumerable<Type> UpdatesAndLosses =>
        typeof(ModelCatalog)
            .Assembly.GetTypes()
            .Where(type => type.DeclaringType is null && type.Namespace == "GanDsl.Tests.Models")
            .Where(type => Enum.GetNames<GanUpdate>().Any(name => type.Name.StartsWith(name, StringComparison.Ordinal)))
            .Where(type => Enum.GetNames<GanLoss>().Any(name => IsSuffix(type, name)))
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>For each penalty the GAN in Models/Regularizers that has it alone: R1Gan for [R1].</summary>
    public static IEnumerable<Type> Penalties =>
        typeof(PenaltyAttribute)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PenaltyAttribute)))
            .Select(type => type.Name[..^nameof(Attribute).Length])
            .Order(StringComparer.Ordinal)
            .Select(kind =>
                typeof(ModelCatalog).Assembly.GetType($"GanDsl.Tests.Models.{kind}Gan")
                ?? throw new InvalidOperationException($"There is no {kind}Gan in Models/Regularizers.")
            );

    /// <summary>The loss of one of those with every update rule and loss.</summary>
    public static GanLoss LossOf(Type type) =>
        Enum.Parse<GanLoss>(Enum.GetNames<GanLoss>().First(name => IsSuffix(type, name)));

    private static bool IsSuffix(Type type, string loss) =>
        Enum.GetNames<GanUpdate>()
            .Any(update => type.Name == update + loss + "Gan" || type.Name == update + loss + "BatchNormGan");
}
