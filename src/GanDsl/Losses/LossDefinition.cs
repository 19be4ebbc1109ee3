namespace GanDsl;

/// <summary>
/// A loss: what trains the generator, as a formula for people and as an expression for the emitted code. Both work on logits;
/// logsigmoid is exact far into both tails, where log(sigmoid(s)) is not.
/// </summary>
internal abstract class LossDefinition
{
    /// <summary>The value of the enumeration that names this loss.</summary>
    public abstract GanLoss Loss { get; }

    /// <summary>What it is called in prose.</summary>
    public abstract string Name { get; }

    /// <summary>What the generator minimises, in the words of the paper.</summary>
    public abstract string GeneratorFormula { get; }

    /// <summary>The same, from logits.</summary>
    public abstract string GeneratorLogitFormula { get; }

    /// <summary>The values that the generator loss can take.</summary>
    public abstract string GeneratorRange { get; }

    /// <summary>What to know before choosing it.</summary>
    public abstract string Remark { get; }

    /// <summary>The expression for the generator loss, a scalar tensor.</summary>
    public abstract string GeneratorExpression(string fakeLogits);

    /// <summary>The definition of a loss.</summary>
    public static LossDefinition Of(GanLoss loss) => Catalog.Single(definition => definition.Loss == loss);

    /// <summary>Every loss there is: the classes of this assembly that derive from this one.</summary>
    public static IReadOnlyList<LossDefinition> Catalog { get; } =
    [
        .. typeof(LossDefinition)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(LossDefinition)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (LossDefinition)Activator.CreateInstance(type)!),
    ];
}
