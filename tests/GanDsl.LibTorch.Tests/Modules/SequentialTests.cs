using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

public class SequentialTests
{
    [Fact]
    public void Feeds_each_module_with_the_result_before()
    {
        using var scope = NewDisposeScope();
        using var model = Filled(nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2)));
        var x = Wave([5, 3]);

        var expected = x.matmul(model.get_parameter("0.weight")!.t())
            .add(model.get_parameter("0.bias")!)
            .tanh()
            .matmul(model.get_parameter("2.weight")!.t())
            .add(model.get_parameter("2.bias")!);

        AssertClose([5, 2], expected.detach().data<double>().ToArray(), model.call(x));
    }

    [Fact]
    public void Disposes_what_is_in_between_and_not_the_input()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1));
        var x = ones(3, 2);

        var y = model.call(x);

        Assert.Equal(2, scope.DisposablesCount);
        Assert.False(y.IsInvalid);
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void Of_no_modules_passes_its_input_on()
    {
        using var x = ones(2);
        using var y = nn.Sequential().call(x);

        Assert.NotSame(x, y);
        Assert.True(x.Equals(y));
    }

    [Fact]
    public void Names_modules_by_index_or_as_told()
    {
        using var model = nn.Sequential(("head", nn.ReLU())).append(nn.Tanh()).append("tail", nn.Sigmoid());

        Assert.Equal(["head", "1", "tail"], model.named_children().Select(child => child.name));
        Assert.Equal(3, model.Count);
        Assert.IsType<TorchSharp.Modules.Tanh>(model[1]);
    }

    [Fact]
    public void Gives_a_part_of_itself_with_the_same_modules()
    {
        using var model = nn.Sequential(nn.ReLU(), nn.Tanh(), nn.Sigmoid());

        Assert.Equal(["1", "2"], model[1..].named_children().Select(child => child.name));
        Assert.Equal(["0", "1"], model[..^1].named_children().Select(child => child.name));
        Assert.Equal(["1"], model[(1, 2)].named_children().Select(child => child.name));
        Assert.Same(model[1], model[1..][0]);
        Assert.Throws<IndexOutOfRangeException>(() => model[(0, 4)]);
    }

    [Fact]
    public void All_ways_to_make_one_give_the_same()
    {
        var relu = nn.ReLU();
        nn.Module<Tensor, Tensor>[] plain = [relu];
        (string, nn.Module<Tensor, Tensor>)[] named = [("0", relu)];
        Tuple<string, nn.Module<Tensor, Tensor>>[] tuples =
        [
            Tuple.Create<string, nn.Module<Tensor, Tensor>>("0", relu),
        ];
        foreach (
            var model in new[]
            {
                nn.Sequential(plain),
                nn.Sequential(plain.AsEnumerable()),
                nn.Sequential(named),
                nn.Sequential(named.AsEnumerable()),
                nn.Sequential(tuples),
                nn.Sequential(tuples.AsEnumerable()),
            }
        )
        {
            Assert.Equal([("0", (nn.Module)relu)], model.named_children());
        }
    }
}
