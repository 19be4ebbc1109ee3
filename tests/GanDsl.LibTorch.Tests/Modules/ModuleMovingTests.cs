using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

public class ModuleMovingTests
{
    [Fact]
    public void Converts_floating_point_and_leaves_integers()
    {
        using var scope = NewDisposeScope();
        using var model = new SampleModel();

        var same = model.@double();

        Assert.Same(model, same);
        Assert.All(model.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(ScalarType.Float64, model.get_buffer("norm.running_mean")!.dtype);
        Assert.Equal(ScalarType.Int64, model.get_buffer("norm.num_batches_tracked")!.dtype);
        Assert.Equal(ScalarType.Float64, model.call(Wave([5, 3])).dtype);
    }

    [BeyondFact("moving makes new parameters and disposes the former ones.")]
    public void Keeps_values_gradients_and_the_parameters_themselves()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(3, 2);
        var weight = model.weight;
        var values = Floats(weight);
        model.call(ones(1, 3)).sum().backward();

        model.to(ScalarType.Float64);

        Assert.Same(weight, model.weight);
        Assert.True(weight.requires_grad);
        Assert.True(weight.is_leaf);
        AssertClose([.. values.Select(value => (double)value)], weight, 0);
        Assert.Equal(ScalarType.Float64, weight.grad!.dtype);
        AssertClose([1, 1, 1, 1, 1, 1], weight.grad!);
    }

    [BeyondFact("moving makes new parameters and disposes the former ones.")]
    public void Trains_on_after_a_conversion()
    {
        using var scope = NewDisposeScope();
        using var model = Filled(nn.Linear(2, 1));
        using var optimizer = optim.SGD(model.parameters(), 0.5);
        model.call(ones(1, 2, dtype: ScalarType.Float64)).sum().backward();
        model.zero_grad();

        model.to(ScalarType.Float32);
        var before = Floats(model.weight);
        model.call(ones(1, 2)).sum().backward();
        optimizer.step();

        Assert.Equal(before.Select(value => value - 0.5f), Floats(model.weight));
    }

    [Fact]
    public void Keeps_a_frozen_parameter_frozen()
    {
        using var model = nn.Linear(2, 2);
        model.weight.requires_grad = false;

        model.to(ScalarType.Float64);

        Assert.False(model.weight.requires_grad);
        Assert.True(model.bias!.requires_grad);
    }

    [BeyondFact("moving makes new parameters and disposes the former ones.")]
    public void Keeps_shared_weights_shared()
    {
        using var model = new TiedModel();

        model.to(ScalarType.Float64);

        Assert.Same(model.get_parameter("encoder.weight"), model.get_parameter("decoder.weight"));
        Assert.Equal(ScalarType.Float64, model.get_parameter("decoder.weight")!.dtype);
    }

    [Fact]
    public void Touches_nothing_where_nothing_changes()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(2, 2);
        var before = model.parameters().Select(parameter => parameter.Handle).ToArray();

        model.cpu().to(ScalarType.Float32).to("cpu").to(torch.CPU).to(DeviceType.CPU).to(torch.CPU, ScalarType.Float32);

        Assert.Equal(0, scope.DisposablesCount);
        Assert.Equal(before, model.parameters().Select(parameter => parameter.Handle));
    }

    [Fact]
    public void Takes_a_tensor_as_the_template()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(2, 2).to(zeros(1, dtype: ScalarType.Float64));

        Assert.Equal(ScalarType.Float64, model.weight.dtype);
    }

    [Fact]
    public void Refuses_integers()
    {
        using var model = nn.Linear(2, 2);
        Assert.Throws<ArgumentException>(() => model.to(ScalarType.Int32));
        Assert.Throws<ArgumentException>(() => model.to(torch.CPU, ScalarType.Bool));
    }
}
