using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>The expected numbers are those of PyTorch 1.13 for the same input and parameters.</summary>
public class InstanceNormTests
{
    [Fact]
    public void InstanceNorm1d_with_affine_map()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.InstanceNorm1d(2, affine: true));
        AssertClose(
            [2, 2, 3],
            [
                0.44140602215274366,
                0.9807621217831728,
                1.1291417179497765,
                2.014668882952136,
                0.9997949390504729,
                -0.046389082132463344,
                0.59127570534744,
                0.6961044531893168,
                1.2639297033489367,
                -0.1779835106334533,
                1.3731021955594334,
                1.7729560549441667,
            ],
            module.call(Wave([2, 2, 3]))
        );
    }

    [Fact]
    public void Takes_an_example_without_a_minibatch()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.InstanceNorm1d(2, affine: true));
        AssertClose(
            [2, 3],
            [
                0.44140602215274366,
                0.9807621217831728,
                1.1291417179497765,
                2.014668882952136,
                0.9997949390504729,
                -0.046389082132463344,
            ],
            module.call(Wave([2, 3]))
        );
    }

    [Fact]
    public void InstanceNorm2d_keeps_running_statistics_and_evaluates_by_them()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.InstanceNorm2d(2, eps: 0.1, momentum: 0.3, track_running_stats: true));
        AssertClose(
            [2, 2, 1, 2],
            [
                -0.65344104752496,
                0.6534410475249598,
                0.4471840251275523,
                -0.447184025127552,
                0.7185495820917596,
                -0.7185495820917596,
                -0.1471276357677877,
                0.14712763576778756,
            ],
            module.call(Wave([2, 2, 1, 2]))
        );
        AssertClose([2], [0.042503547221985606, -0.014539258678622297], module.running_mean!);
        AssertClose([2], [0.7543783146397722, 0.7081625247469303], module.running_var!);
        module.eval();
        AssertClose(
            [1, 2, 1, 2],
            [-0.7774545813806913, -1.118958620349286, -0.9193227962402553, -0.31161180317705245],
            module.call(Wave([1, 2, 1, 2], start: 50))
        );
    }

    [Fact]
    public void InstanceNorm3d_has_neither_parameters_nor_state_by_default()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.InstanceNorm3d(1));
        Assert.Empty(module.parameters());
        Assert.Empty(module.buffers());
        AssertClose(
            [2, 1, 1, 2, 2],
            [
                -1.5627643692041215,
                0.5412362430167633,
                1.1200574733496307,
                -0.09852934716227414,
                1.6305918636891175,
                -0.010150181638246993,
                -0.9283295484541528,
                -0.6921121335967181,
            ],
            module.call(Wave([2, 1, 1, 2, 2]))
        );
        module.eval();
        AssertClose(
            [2, 1, 1, 2, 2],
            [
                -1.5627643692041215,
                0.5412362430167633,
                1.1200574733496307,
                -0.09852934716227414,
                1.6305918636891175,
                -0.010150181638246993,
                -0.9283295484541528,
                -0.6921121335967181,
            ],
            module.call(Wave([2, 1, 1, 2, 2]))
        );
    }

    [Fact]
    public void Refuses_other_dimensions_and_other_channels()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => nn.InstanceNorm1d(2).call(zeros(1, 2, 3, 3)));
        Assert.Throws<ArgumentException>(() => nn.InstanceNorm2d(2).call(zeros(3, 2)));
        Assert.Throws<ArgumentException>(() => nn.InstanceNorm3d(2).call(zeros(3, 2, 4)));
        Assert.Throws<ArgumentException>(() => nn.InstanceNorm1d(2).call(zeros(1, 3, 4)));
    }
}
