using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Layers;

/// <summary>Noise by its statistics.</summary>
public sealed class NoiseTests : IDisposable
{
    private const int Count = 100_000;
    private const double Std = 0.4;

    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Has_mean_zero_and_the_deviation_declared_and_is_normal()
    {
        manual_seed(4);
        var noise = Values.Of(GanDsl.Modules.LayerFunctions.GaussianNoise(zeros(Count), Std, training: true));

        // Five standard errors each: of a mean, of a second and of a fourth moment of a normal distribution.
        Assert.Equal(0, noise.Average(), 5 * Std / Math.Sqrt(Count));
        Assert.Equal(1, noise.Average(x => x * x) / (Std * Std), 5 * Math.Sqrt(2.0 / Count));
        Assert.Equal(3, noise.Average(x => x * x * x * x) / Math.Pow(Std, 4), 5 * Math.Sqrt(96.0 / Count));
    }

    [Fact]
    public void Is_new_each_time_and_the_same_for_the_same_seed()
    {
        using var layer = new LayerCase("GaussianNoise");
        double[] Draw() => Values.Of(layer.Network.call(layer.Input));

        manual_seed(1);
        var (first, second) = (Draw(), Draw());
        manual_seed(1);

        Assert.NotEqual(first, second);
        Assert.Equal(first, Draw());
    }

    [Fact]
    public void Is_only_in_training()
    {
        using var layer = new LayerCase("GaussianNoise");
        layer.Network.eval();

        var linear = ByHandLinear(layer);

        Values.AssertRelative(linear, Values.Of(layer.Network.call(layer.Input)), 1e-12);
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }

    private static double[] ByHandLinear(LayerCase layer) =>
        Generated
            .ByHand.Linear(Generated.Block.Of(layer.Input), layer.State("linear1.weight"), layer.State("linear1.bias"))
            .Numbers;
}
