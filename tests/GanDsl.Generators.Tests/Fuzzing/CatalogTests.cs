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
    public void Every_data_shape_is_fuzzed() => Assert.Equal(KindsOf<DataShapeAttribute>(), Catalog.DataShapes);

    private static IEnumerable<string> KindsOf<TAttribute>() =>
        typeof(TAttribute)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(TAttribute)) && !type.IsAbstract)
            .Select(type => type.Name[..^nameof(Attribute).Length])
            .Order(StringComparer.Ordinal);
}
