using System.Text.RegularExpressions;
using GanDsl.Fuzzing;

namespace GanDsl.Generators.Tests.Fuzzing;

/// <summary>The day somebody adds a layer, the fuzzer knows it too.</summary>
public class CatalogTests
{
    [Fact]
    public void Every_layer_is_fuzzed() => Assert.Equal(KindsOf<LayerAttribute>(), Catalog.Layers);

    [Fact]
    public void Every_optimiser_is_fuzzed() => Assert.Equal(KindsOf<OptimizerAttribute>(), Catalog.Optimizers);

    [Fact]
    public void Every_choice_of_training_is_fuzzed() =>
        Assert.Equal(KindsOf<TrainingAttribute>(), Catalog.Regularizers);

    [Fact]
    public void Every_data_shape_is_fuzzed() => Assert.Equal(KindsOf<DataShapeAttribute>(), Catalog.DataShapes);

    [Fact]
    public void Every_argument_is_fuzzed()
    {
        var texts = Catalog.Declarations(seed: 1, count: 12_000).ToList();

        // No argument holds a ']'.
        var typed = texts
            .SelectMany(text => Regex.Matches(text, @"\[(\w+)\(([^\]\n]*)"))
            .SelectMany(attribute =>
                Regex
                    .Matches(attribute.Groups[2].Value, @"\b(\w+) = ")
                    .Select(argument => $"{attribute.Groups[1].Value}: {argument.Groups[1].Value}")
            )
            .ToHashSet();
        var arguments =
            from type in typeof(LayerAttribute).Assembly.GetTypes()
            where type.IsSubclassOf(typeof(Attribute)) && type.Namespace == nameof(GanDsl) && !type.IsAbstract
            // A shape rule stands on a module of the user's, not in a declaration; a use has the name of its block in brackets.
            where type != typeof(ShapeRuleAttribute) && !type.IsGenericType
            from property in type.GetProperties()
            where property.SetMethod is { IsPublic: true }
            select $"{type.Name[..^nameof(Attribute).Length]}: {property.Name}";

        Assert.Empty(arguments.Except(typed));
        Assert.Contains(texts, text => Regex.IsMatch(text, @"\[Use<\w+>\([^\]\n]*\bName = "));
    }

    private static IEnumerable<string> KindsOf<TAttribute>() =>
        typeof(TAttribute)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(TAttribute)) && type is { IsAbstract: false, IsPublic: true })
            .Select(type => type.Name[..^nameof(Attribute).Length])
            .Order(StringComparer.Ordinal);
}
