using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Autograd;

public class BackwardTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Gradients_accumulate_into_leaves()
    {
        var x = tensor(new[] { 1.0, 2.0, 3.0 }, requires_grad: true);

        (x * x).sum().backward();
        (x * x).sum().backward();

        Assert.Equal([4.0, 8.0, 12.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void A_leaf_has_no_gradient_before_backward_and_after_it_is_set_to_null()
    {
        var x = tensor(new[] { 1.0 }, requires_grad: true);
        Assert.Null(x.grad);

        x.sum().backward();
        Assert.NotNull(x.grad);

        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void The_gradient_can_be_set_to_what_fits_and_to_nothing_else()
    {
        var x = zeros([3], requires_grad: true);
        x.grad = ones(3);

        Assert.Equal(3, x.grad!.sum().ToSingle());
        Assert.Contains("[2]", Assert.Throws<ExternalException>(() => x.grad = ones(2)).Message);
        Assert.Throws<ExternalException>(() => x.grad = ones(3, float64));
    }

    [Fact]
    public void Given_gradients_weigh_the_outputs()
    {
        var x = tensor(new[] { 1.0, 2.0 }, requires_grad: true);

        autograd.backward(x * x, tensor(new[] { 10.0, 100.0 }));

        Assert.Equal([20.0, 400.0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Only_the_inputs_named_accumulate()
    {
        var x = tensor(new[] { 2.0 }, requires_grad: true);
        var y = tensor(new[] { 3.0 }, requires_grad: true);

        autograd.backward([(x * y).sum()], inputs: [x]);

        Assert.Equal(3.0, x.grad!.item<double>());
        Assert.Null(y.grad);
    }

    [Fact]
    public void A_graph_is_used_up_unless_it_is_retained()
    {
        var x = tensor(new[] { 2.0 }, requires_grad: true);
        var y = (x * x).sum();
        autograd.backward(y, retain_graph: true);
        autograd.backward(y);

        var error = Assert.Throws<ExternalException>(() => autograd.backward(y));

        Assert.Contains("backward through the graph a second time", error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(8.0, x.grad!.item<double>());
    }

    [Fact]
    public void More_than_one_number_needs_gradients()
    {
        var x = ones([2], requires_grad: true);

        var error = Assert.Throws<ExternalException>(() => (x * 2).backward());

        Assert.Contains("grad can be implicitly created only for scalar outputs", error.Message);
    }

    [Fact]
    public void The_number_of_gradients_must_be_that_of_the_tensors()
    {
        var x = ones([2], requires_grad: true);

        Assert.ThrowsAny<Exception>(() => autograd.backward([x * 2], [ones(2), ones(2)]));
    }

    [Fact]
    public void Grad_returns_gradients_and_leaves_the_leaves_alone()
    {
        var x = tensor(new[] { 1.0, 2.0 }, requires_grad: true);
        var y = tensor(new[] { 3.0, 4.0 }, requires_grad: true);

        var gradients = autograd.grad([(x * x * y).sum()], [x, y]);

        Assert.Equal([6.0, 16.0], gradients[0].data<double>().ToArray());
        Assert.Equal([1.0, 4.0], gradients[1].data<double>().ToArray());
        Assert.Null(x.grad);
    }

    [Fact]
    public void An_unused_input_is_an_error_unless_it_is_allowed()
    {
        var x = tensor(new[] { 1.0 }, requires_grad: true);
        var unused = tensor(new[] { 1.0 }, requires_grad: true);

        Assert.Throws<ExternalException>(() => autograd.grad([x.sum()], [unused]));
        Assert.Null(Assert.Single(autograd.grad([x.sum()], [unused], allow_unused: true)));
    }

    [Fact]
    public void Second_derivatives_of_a_cubic_are_exact()
    {
        // f = sum(x^3), f' = 3x^2, f'' = 6x.
        var x = tensor(new[] { 1.0, -2.0, 3.0 }, requires_grad: true);
        var first = autograd.grad([x.pow(3).sum()], [x], retain_graph: true, create_graph: true)[0];
        var second = autograd.grad([first.sum()], [x])[0];

        Assert.Equal([3.0, 12.0, 27.0], first.data<double>().ToArray());
        Assert.Equal([6.0, -12.0, 18.0], second.data<double>().ToArray());
    }

    [Fact]
    public void Second_derivatives_of_softplus_are_those_of_the_closed_form()
    {
        // softplus' = sigmoid, softplus'' = sigmoid (1 - sigmoid).
        double[] points = [-3, -0.5, 0, 1, 4];
        var x = tensor(points, requires_grad: true);
        var first = autograd.grad([nn.functional.softplus(x).sum()], [x], retain_graph: true, create_graph: true)[0];
        var second = autograd.grad([first.sum()], [x])[0];

        var sigmoids = points.Select(point => 1 / (1 + Math.Exp(-point))).ToArray();
        Assert.Equal(sigmoids, first.data<double>().ToArray(), Close);
        Assert.Equal(sigmoids.Select(s => s * (1 - s)), second.data<double>().ToArray(), Close);
    }

    [Fact]
    public void A_gradient_penalty_trains_through_the_norm_of_a_gradient()
    {
        // D(x) = w·x, so its gradient in x is w and the penalty (|w| - 1)^2, whose gradient is 2 (|w| - 1) w / |w|.
        var w = tensor(new[] { 3.0, 4.0 }, requires_grad: true);
        var x = randn([5, 2], float64, requires_grad: true);
        var slope = autograd.grad([x.matmul(w).sum()], [x], retain_graph: true, create_graph: true)[0];
        (slope.norm(1) - 1).pow(2).mean().backward();

        Assert.Equal([4.8, 6.4], w.grad!.data<double>().ToArray(), Close);
    }

    [Fact]
    public void A_computed_tensor_keeps_its_gradient_when_asked()
    {
        var x = tensor(new[] { 3.0 }, requires_grad: true);
        var y = x * 2;
        y.retain_grad();

        (y * y).sum().backward();

        Assert.False(y.is_leaf);
        Assert.Equal(12.0, y.grad!.item<double>());
    }

    [Fact]
    public void Detached_tensors_stop_gradients_and_share_memory()
    {
        var x = tensor(new[] { 3.0 }, requires_grad: true);
        var still = x.detach();

        Assert.False(still.requires_grad);
        Assert.True(still.is_leaf);
        (x * still).sum().backward();
        Assert.Equal(3.0, x.grad!.item<double>());
        still.fill_(5);
        Assert.Equal(5.0, x.item<double>());
    }

    [Fact]
    public void Integers_and_computed_tensors_refuse_to_change_requires_grad()
    {
        var x = tensor(new[] { 3.0 }, requires_grad: true);

        Assert.Contains(
            "floating point",
            Assert.Throws<ExternalException>(() => ones(1, int64).requires_grad = true).Message
        );
        Assert.Contains("leaf", Assert.Throws<ExternalException>(() => (x * 2).requires_grad = false).Message);
    }

    [Fact]
    public void Changing_a_leaf_in_place_while_it_is_recorded_is_an_error()
    {
        var x = ones([1], requires_grad: true);

        var error = Assert.Throws<ExternalException>(() => x.add_(1));

        Assert.Contains("leaf Variable", error.Message);
    }

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;
}
