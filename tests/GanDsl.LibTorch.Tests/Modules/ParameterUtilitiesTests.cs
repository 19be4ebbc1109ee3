using TorchSharp;
using TorchSharp.Modules;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

public class ParameterUtilitiesTests
{
    [Theory]
    [InlineData(2.0, 5.0)]
    [InlineData(1.0, 7.0)]
    [InlineData(double.PositiveInfinity, 4.0)]
    public void Clips_the_norm_of_all_gradients_together(double type, double norm)
    {
        using var scope = NewDisposeScope();
        var parameters = WithGradients(3, -4);

        var before = nn.utils.clip_grad_norm_(parameters, norm / 2, type);

        Assert.Equal(norm, before, 12);
        // PyTorch divides by the norm plus 1e-6.
        var factor = norm / 2 / (norm + 1e-6);
        AssertClose([3 * factor], parameters[0].grad!);
        AssertClose([-4 * factor], parameters[1].grad!);
    }

    [Fact]
    public void Leaves_short_gradients_alone()
    {
        using var scope = NewDisposeScope();
        var parameters = WithGradients(3, -4);

        Assert.Equal(5, nn.utils.clip_grad_norm_(parameters, 6), 12);
        AssertClose([3], parameters[0].grad!);
    }

    [Fact]
    public void Without_gradients_the_norm_is_zero()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0, nn.utils.clip_grad_norm_([nn.Parameter(ones(2))], 1));
    }

    [Fact]
    public void Clips_every_element()
    {
        using var scope = NewDisposeScope();
        var parameters = WithGradients(3, -0.5);

        nn.utils.clip_grad_value_([.. parameters, nn.Parameter(ones(1))], 1);

        AssertClose([1], parameters[0].grad!);
        AssertClose([-0.5], parameters[1].grad!);
    }

    [Fact]
    public void Vectors_hold_parameters_one_after_the_other()
    {
        using var scope = NewDisposeScope();
        using var model = Filled(nn.Linear(2, 3));

        var vector = nn.utils.parameters_to_vector(model.parameters());
        AssertClose(
            [9],
            [.. model.parameters().SelectMany(p => p.detach().reshape(-1).data<double>().ToArray())],
            vector
        );

        nn.utils.vector_to_parameters(Wave([9], start: 4), model.parameters());
        AssertClose([3, 2], Wave([6], start: 4).data<double>().ToArray(), model.weight);
        AssertClose([3], Wave([3], start: 10).data<double>().ToArray(), model.bias!);
        Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(ones(8), model.parameters()));
    }

    private static Parameter[] WithGradients(params double[] gradients) =>
        [
            .. gradients.Select(gradient =>
            {
                var parameter = nn.Parameter(zeros(1, dtype: ScalarType.Float64));
                parameter.grad = tensor(new[] { gradient });
                return parameter;
            }),
        ];
}
