using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>The expected numbers are those of PyTorch 1.13 for the same input and parameters.</summary>
public class LayerNormTests
{
    [Fact]
    public void Normalises_the_last_dimensions()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.LayerNorm([2, 2]));
        AssertClose(
            [2, 2, 2],
            [
                0.3886081712783846,
                1.444792841048424,
                1.773690812087316,
                -0.04177752075850018,
                1.3323094651662712,
                0.9808171632842672,
                -0.25762251562302985,
                -0.4427208376039248,
            ],
            module.call(Wave([2, 2, 2]))
        );
    }

    [Fact]
    public void Without_affine_map()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.LayerNorm(3, eps: 0.1, elementwise_affine: false));
        Assert.Empty(module.parameters());
        AssertClose(
            [2, 3],
            [
                -0.9511794925778868,
                0.3030652095958714,
                0.6481142829820152,
                1.0440730952824477,
                0.01062767651165761,
                -1.0547007717941053,
            ],
            module.call(Wave([2, 3]))
        );
    }

    [Fact]
    public void Can_leave_out_the_bias()
    {
        using var scope = NewDisposeScope();
        using var module = nn.LayerNorm(3, bias: false);

        Assert.Equal(["weight"], module.named_parameters().Select(named => named.name));
        Assert.Null(module.bias);
    }

    [Fact]
    public void Starts_as_the_plain_normalisation_and_goes_back_to_it()
    {
        using var scope = NewDisposeScope();
        using var module = nn.LayerNorm([2, 3]);
        Assert.Equal(["weight", "bias"], module.named_parameters().Select(named => named.name));
        AssertClose([2, 3], [1, 1, 1, 1, 1, 1], module.weight);
        AssertClose([2, 3], [0, 0, 0, 0, 0, 0], module.bias!);
        Filled(module);

        module.reset_parameters();

        AssertClose([1, 1, 1, 1, 1, 1], module.weight);
        AssertClose([0, 0, 0, 0, 0, 0], module.bias!);
    }
}
