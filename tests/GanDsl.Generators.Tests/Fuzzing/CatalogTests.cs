using System.Text.RegularExpressions;
using GanDsl.Fuzzing;

namespace GanDsl.Generators.Tests.Fuzzing;

/// <summary>The day somebody adds a layer, the fuzzer knows it too.</summary>
public class CatalogTests
{
    /// <summary>Many times as many as it takes with the layers that there are, some 8,000; only an argument that is never drawn needs all.</summary>
    private const int MostDeclarations = 100_000;

    [Fact]
    public void Every_layer_is_fuzzed() => Assert.Equal(KindsOf<LayerAttribute>(), Catalog.Layers);

    [Fact]
    public void Every_optimiser_is_fuzzed() => Assert.Equal(KindsOf<OptimizerAttribute>(), Catalog.Optimizers);

    [Fact]
    public void Every_choice_of_training_is_fuzzed() =>
        Assert.Equal(KindsOf<TrainingAttribute>(), Catalog.Regularizers);

    [Fact]
    public void Every_data_shape_is_fuzzed() => Assert.Equal(KindsOf<DataShapeAttribute>(), Catalog.DataShapes);

    /// <summary>The oracle throws for others, so that none is held against the formula of another one.</summary>
    [Fact]
    public void Every_loss_has_its_formula_in_the_oracle() =>
        Assert.Equal(Enum.GetNames<GanLoss>().Order(StringComparer.Ordinal), Catalog.Losses);

    /// <summary>Declarations are drawn until each argument was seen: how many that takes grows with the layers.</summary>
    [Fact]
    public void Every_argument_is_fuzzed()
    {
        var unseen = (
            from type in typeof(LayerAttribute).Assembly.GetTypes()
            where type.IsSubclassOf(typeof(Attribute)) && type.Namespace == nameof(GanDsl) && !type.IsAbstract
            // A shape rule stands on a module of the user's, not in a declaration; a use has the name of its block in brackets.
            where type != typeof(ShapeRuleAttribute) && !type.IsGenericType
            from property in type.GetProperties()
            where property.SetMethod is { IsPublic: true }
            select $"{type.Name[..^nameof(Attribute).Length]}: {property.Name}"
        )
            .Append("Use: Name")
            .ToHashSet();

        foreach (var text in Catalog.Declarations(seed: 1, MostDeclarations).TakeWhile(_ => unseen.Count > 0))
        {
            unseen.ExceptWith(ArgumentsIn(text));
        }

        Assert.Empty(unseen);
    }

    /// <summary>Such as <c>Conv2d: Stride</c>. No argument holds a ']'.</summary>
    private static IEnumerable<string> ArgumentsIn(string declaration) =>
        Regex
            .Matches(declaration, @"\[(?:(?<kind>\w+)|(?<kind>Use)<\w+>)\((?<arguments>[^\]\n]*)")
            .SelectMany(attribute =>
                Regex
                    .Matches(attribute.Groups["arguments"].Value, @"\b(\w+) = ")
                    .Select(argument => $"{attribute.Groups["kind"].Value}: {argument.Groups[1].Value}")
            );

    private static IEnumerable<string> KindsOf<TAttribute>() =>
        typeof(TAttribute)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(TAttribute)) && type is { IsAbstract: false, IsPublic: true })
            .Select(type => type.Name[..^nameof(Attribute).Length])
            .Order(StringComparer.Ordinal);
}
