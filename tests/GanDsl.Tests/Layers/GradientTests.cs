using GanDsl.Tests.Generated;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Layers;

/// <summary>Every layer passes on the gradient that its output has.</summary>
public sealed class GradientTests : IDisposable
{
    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<string> Cases => [.. LayerCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_is_that_of_finite_differences(string name)
    {
        using var layer = new LayerCase(name);

        GradientCheck.Run(layer.Network, layer.Input);
    }

    /// <summary>Networks train in float32, for which libtorch has other kernels than for the float64 of the other tests.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_in_float32_is_that_in_float64(string name)
    {
        using var layer = new LayerCase(name);
        layer.Network.eval();
        var expected = GradientsOf(layer.Network, layer.Input);

        layer.Network.to(ScalarType.Float32);
        var found = GradientsOf(layer.Network, layer.Input.to(ScalarType.Float32));

        foreach (var (parameter, (theirs, ours)) in expected.Keys.Zip(expected.Values.Zip(found.Values)))
        {
            var difference = (ours.to(ScalarType.Float64) - theirs).abs().max().item<double>();
            Assert.True(difference <= 1e-4 * (1 + theirs.abs().max().item<double>()), $"{parameter}: {difference}");
        }
    }

    /// <summary>Layers of labels have tests beside those of conditional GANs.</summary>
    [Fact]
    public void No_layer_is_forgotten() =>
        Assert.Equal(
            typeof(LayerAttribute)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
                .Where(type => !type.IsSubclassOf(typeof(LabelLayerAttribute)))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            LayerCase
                .Names.SelectMany(LayerCase.LayersOf)
                .Select(layer => layer.GetType().Name)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData(Fault.CutOff, "is zero")]
    [InlineData(Fault.Twice, "but its gradient says")]
    public void A_wrong_gradient_is_found(Fault fault, string words)
    {
        using var network = new Faulty(fault);

        var exception = Assert.ThrowsAny<Exception>(() => GradientCheck.Run(network, Numbers.Of(2, 3)));

        Assert.Contains(words, exception.Message);
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }

    private static Dictionary<string, Tensor> GradientsOf(nn.Module<Tensor, Tensor> network, Tensor input)
    {
        network.zero_grad();
        network.call(input).pow(2).sum().backward();
        return network.named_parameters().ToDictionary(each => each.name, each => each.parameter.grad!.clone());
    }

    /// <summary>What is wrong with a gradient.</summary>
    public enum Fault
    {
        CutOff,
        Twice,
    }

    private sealed class Faulty(Fault fault) : nn.Module<Tensor, Tensor>(nameof(Faulty))
    {
        public override Tensor forward(Tensor input) =>
            fault == Fault.CutOff ? (input.detach() * 2) + (input * 0) : (input * 2) - input.detach();
    }
}
