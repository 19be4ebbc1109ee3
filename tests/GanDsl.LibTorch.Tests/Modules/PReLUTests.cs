using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>The expected numbers are those of PyTorch 1.13 for the same input and parameters.</summary>
public class PReLUTests
{
    [Fact]
    public void Has_a_slope_for_each_channel_and_learns_it()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.PReLU(2));
        var output = module.call(Wave([2, 2, 2]));
        AssertClose(
            [2, 2, 2],
            [
                0.29552020666133955,
                0.8414709848078965,
                0.9916648104524686,
                0.6754631805511513,
                0.041580662433290935,
                -0.18081637037876364,
                -0.822563230791028,
                -0.7434014591819588,
            ],
            output
        );

        output.sum().backward();

        AssertClose([2], [-0.6118578909427189, -1.8609847733852505], module.weight.grad!);
    }

    [Fact]
    public void Starts_with_the_slope_asked_for()
    {
        using var scope = NewDisposeScope();
        AssertClose([1], [0.25], nn.PReLU(1).weight, 0);
        AssertClose([3], [0.5, 0.5, 0.5], nn.PReLU(3, init: 0.5).weight, 0);
        Assert.Equal(ScalarType.Float32, nn.PReLU(1).weight.dtype);
    }
}
