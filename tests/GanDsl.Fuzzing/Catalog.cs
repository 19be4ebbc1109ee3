using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Optimizers;
using GanDsl.Fuzzing.Oracle;
using GanDsl.Fuzzing.Regularizers;

namespace GanDsl.Fuzzing;

/// <summary>What declarations are drawn from, for tests of its completeness.</summary>
public static class Catalog
{
    /// <summary>The layers, such as <c>Conv2d</c>.</summary>
    public static IEnumerable<string> Layers => LayerCatalog.Draws.Keys;

    /// <summary>The optimisers, such as <c>Adam</c>.</summary>
    public static IEnumerable<string> Optimizers => OptimizerCatalog.Draws.Keys;

    /// <summary>The regularisers, such as <c>R1</c>.</summary>
    public static IEnumerable<string> Regularizers => RegularizerCatalog.Draws.Keys;

    /// <summary>The losses whose formulas the oracle knows, such as <c>Hinge</c>.</summary>
    public static IEnumerable<string> Losses => EngineLoss.All.Keys;

    /// <summary>The data shapes, such as <c>Image</c>.</summary>
    public static IEnumerable<string> DataShapes => ["Image", "Point", "Signal"];

    /// <summary>The texts of random declarations.</summary>
    public static IEnumerable<string> Declarations(int seed, int count) =>
        Enumerable.Range(0, count).Select(number => GanDrawing.Draw(new FuzzRandom(seed, number)).Text);
}
