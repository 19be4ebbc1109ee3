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
    public void Every_regulariser_is_fuzzed() => Assert.Equal(KindsOf<RegularizerAttribute>(), Catalog.Regularizers);

    [Fact]
    public void Every_data_shape_is_fuzzed() => Assert.Equal(KindsOf<DataShapeAttribute>(), Catalog.DataShapes);

    [Fact]
    public void Every_argument_is_fuzzed()
    {
        var texts = string.Concat(Catalog.Declarations(seed: 1, count: 8000));
        var arguments =
            from type in typeof(LayerAttribute).Assembly.GetTypes()
            where type.IsSubclassOf(typeof(Attribute)) && type.Namespace == nameof(GanDsl) && !type.IsAbstract
            // A shape rule stands on a module of the user's, not in a declaration; a use has the name of its block in brackets.
            where type != typeof(ShapeRuleAttribute) && !type.IsGenericType
            from property in type.GetProperties()
            where property.SetMethod is { IsPublic: true }
            select (Kind: type.Name[..^nameof(Attribute).Length], property.Name);

        // Within the parentheses of the attribute; no argument holds a ']'.
        var typed = Regex
            .Matches(texts, @"\[(\w+)\(([^\]\n]*)\)\]")
            .SelectMany(attribute =>
                Regex
                    .Matches(attribute.Groups[2].Value, @"\b(\w+) = ")
                    .Select(set => (attribute.Groups[1].Value, set.Groups[1].Value))
            )
            .ToHashSet();
        Assert.Equal([], arguments.Where(argument => !typed.Contains((argument.Kind, argument.Name))));
        Assert.Matches(@"\[Use<\w+>\([^\]\n]*\bName = ", texts);
    }

    private static IEnumerable<string> KindsOf<TAttribute>() =>
        typeof(TAttribute)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(TAttribute)) && type is { IsAbstract: false, IsPublic: true })
            .Select(type => type.Name[..^nameof(Attribute).Length])
            .Order(StringComparer.Ordinal);
}
