using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>The expected numbers are those of PyTorch 1.13 for the same input and parameters.</summary>
public class BatchNormTests
{
    [Fact]
    public void Trains_by_the_batch_and_keeps_running_statistics()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.BatchNorm1d(3));
        AssertClose(
            [4, 3],
            [
                0.9537689981253796,
                1.7317479158675457,
                1.6498367200769894,
                1.1328182687325943,
                0.7876054039430851,
                -0.4804453102368142,
                0.35384019911821185,
                -0.3042507474196517,
                -0.1642869364898342,
                0.9613190165380722,
                1.7423304141025486,
                1.6467724469783922,
            ],
            module.call(Wave([4, 3]))
        );
        module.call(Wave([4, 3], start: 50));
        AssertClose([3], [-0.010276486026900487, -0.005813555525895547, 0.0013835809782489807], module.running_mean!);
        AssertClose([3], [0.9188006815534897, 0.9453888752073437, 0.9442293123103009], module.running_var!);
        Assert.Equal(2, module.num_batches_tracked!.item<long>());
        module.eval();
        AssertClose(
            [2, 3],
            [
                0.9447138797807545,
                1.722623130502849,
                1.6735764828835007,
                1.0618504710812435,
                1.0303745924600594,
                0.037140666643760915,
            ],
            module.call(Wave([2, 3]))
        );
        Assert.Equal(2, module.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void BatchNorm2d_with_eps_and_momentum()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.BatchNorm2d(2, eps: 0.1, momentum: 0.3));
        AssertClose(
            [2, 2, 1, 2],
            [
                0.9248963382590627,
                1.1891376757758392,
                1.9162877305836625,
                1.6344990179070575,
                0.8019890588830321,
                0.48572340959632393,
                0.1614046075057548,
                0.24524163049705242,
            ],
            module.call(Wave([2, 2, 1, 2]))
        );
        AssertClose([2], [0.8091213462062592, 1.016631175120712], module.running_var!);
    }

    [Fact]
    public void BatchNorm3d_without_statistics_evaluates_by_the_batch()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.BatchNorm3d(1, track_running_stats: false));
        module.eval();
        AssertClose(
            [2, 1, 1, 2, 1],
            [0.38860817127838443, 1.0103828670174853, 1.1814362366254252, 0.8213192075929623],
            module.call(Wave([2, 1, 1, 2, 1]))
        );
        Assert.Empty(module.buffers());
    }

    [Fact]
    public void BatchNorm2d_without_affine_map()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.BatchNorm2d(2, affine: false));
        AssertClose(
            [1, 2, 1, 3],
            [
                -1.3841036560473237,
                0.44100368846844673,
                0.9430999675788757,
                1.2184741421153427,
                0.012402914200866522,
                -1.2308770563162093,
            ],
            module.call(Wave([1, 2, 1, 3]))
        );
        Assert.Empty(module.parameters());
    }

    [Fact]
    public void Without_momentum_the_statistics_are_the_mean_of_all_batches()
    {
        using var scope = NewDisposeScope();
        using var module = nn.BatchNorm1d(1);
        module.momentum = null;

        module.call(tensor(new float[] { 1, 3 }).reshape(2, 1));
        module.call(tensor(new float[] { 4, 8 }).reshape(2, 1));

        AssertClose([(2.0 + 6.0) / 2], module.running_mean!, 1e-6);
        AssertClose([(2.0 + 8.0) / 2], module.running_var!, 1e-6);
    }

    [Fact]
    public void Resets_statistics_and_parameters()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.BatchNorm1d(2));
        module.call(Wave([4, 2]));

        module.reset_parameters();

        AssertClose([0, 0], module.running_mean!);
        AssertClose([1, 1], module.running_var!);
        AssertClose([1, 1], module.weight);
        AssertClose([0, 0], module.bias!);
        Assert.Equal(0, module.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void Refuses_a_wrong_number_of_dimensions()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => nn.BatchNorm1d(2).call(zeros(1, 2, 3, 3)));
        Assert.Throws<ArgumentException>(() => nn.BatchNorm2d(2).call(zeros(3, 2)));
        Assert.Throws<ArgumentException>(() => nn.BatchNorm3d(2).call(zeros(3, 2, 1, 1)));
    }
}
