using GanDsl.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>What the fused kernels would take, fail on or be ended by is refused before them, in a sentence.</summary>
public sealed class OptimizerRefusalTests
{
    public static TheoryData<string, string> Numbers =>
        new()
        {
            { "learningRate is -1, but it has to be at least 0 and at most 1000000", "rate -1" },
            { "learningRate is NaN", "rate NaN" },
            { "learningRate is Infinity", "rate inf" },
            { "beta1 is 1, but it has to be in [0, 1)", "beta1" },
            { "beta2 is -0.1", "beta2" },
            { "eps is NaN", "eps" },
            { "weightDecay is -1", "decay" },
            { "beta1 is 1", "adamw" },
            { "momentum is -0.5", "momentum" },
            { "dampening is Infinity", "dampening" },
            { "Nesterov momentum needs", "nesterov" },
            { "alpha is 1", "alpha" },
        };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_out_of_its_range(string sentence, string which)
    {
        using var parameter = new Parameter(zeros(1));
        Parameter[] all = [parameter];
        var failure = Assert.ThrowsAny<ArgumentException>(() =>
            (Optimizer)(
                which switch
                {
                    "rate -1" => new AdamOptimizer(all, -1),
                    "rate NaN" => new SgdOptimizer(all, double.NaN),
                    "rate inf" => new RmsPropOptimizer(all, double.PositiveInfinity),
                    "beta1" => new AdamOptimizer(all, beta1: 1),
                    "beta2" => new AdamOptimizer(all, beta2: -0.1),
                    "eps" => new AdamOptimizer(all, eps: double.NaN),
                    "decay" => new AdamOptimizer(all, weightDecay: -1),
                    "adamw" => new AdamWOptimizer(all, beta1: 1),
                    "momentum" => new SgdOptimizer(all, 1, momentum: -0.5),
                    "dampening" => new SgdOptimizer(all, 1, momentum: 0.5, dampening: double.PositiveInfinity),
                    "nesterov" => new SgdOptimizer(all, 1, momentum: 0.5, dampening: 0.1, nesterov: true),
                    "alpha" => new RmsPropOptimizer(all, alpha: 1),
                    _ => throw new InvalidOperationException(which),
                }
            )
        );

        Assert.StartsWith(sentence, failure.Message);
    }

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_out_of_its_range_leaves_the_last_one(double value)
    {
        using var parameter = new Parameter(zeros(1));
        using var optimizer = new AdamOptimizer([parameter], 0.5);

        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => optimizer.LearningRate = value);

        Assert.StartsWith("LearningRate is ", refused.Message);
        Assert.Equal(0.5, optimizer.LearningRate);
    }

    [Fact]
    public void No_parameter() =>
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => new AdamOptimizer([])).Message);

    [Fact]
    public void A_parameter_that_is_no_floating_point_number()
    {
        using var parameter = new Parameter(zeros([1], ScalarType.Int64), requires_grad: false);
        using var complex = new Parameter(zeros([1], ScalarType.ComplexFloat32));

        Assert.Contains("Int64", Assert.Throws<ArgumentException>(() => new SgdOptimizer([parameter], 1)).Message);
        Assert.Contains(
            "floating-point",
            Assert.Throws<ArgumentException>(() => new SgdOptimizer([complex], 1)).Message
        );
    }

    [Fact]
    public void A_network_that_was_moved_afterwards()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Linear(3, 2);
        using var optimizer = new AdamOptimizer(network.parameters());
        network.to(ScalarType.Float64);

        AssertRefused(optimizer.Step, "Parameter 0", "Float32 [2, 3]", "Move the network first");
        AssertRefused(optimizer.ZeroGrad, "Parameter 0");
    }

    /// <summary>The parameters of modules without C# code of their own are changed in place.</summary>
    [Fact]
    public void A_network_whose_parameters_were_changed_in_place()
    {
        using var network = nn.Embedding(3, 2);
        using var optimizer = new AdamOptimizer(network.parameters());
        network.to(ScalarType.Float64);
        var parameter = network.parameters().Single();
        parameter.grad = zeros([3, 2], ScalarType.Float64);

        AssertRefused(optimizer.Step, "is now Float64 [3, 2]");
    }

    [Fact]
    public void A_network_that_is_gone()
    {
        var network = nn.Linear(3, 2);
        using var optimizer = new AdamOptimizer(network.parameters());
        network.Dispose();

        AssertRefused(optimizer.Step, "is gone");
    }

    [Fact]
    public void A_parameter_that_has_another_shape_now()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(3));
        using var optimizer = new AdamOptimizer([parameter]);
        using (no_grad())
        {
            parameter.set_(zeros(4));
        }

        parameter.grad = zeros(4);

        AssertRefused(optimizer.Step, "is now Float32 [4]");
    }

    public static TheoryData<string, string> Gradients =>
        new()
        {
            { "long", "Float32 [5]" },
            { "short", "Float32 [2]" },
            { "column", "Float32 [3, 1]" },
            { "double", "Float64 [3]" },
            { "sparse", "sparse" },
        };

    /// <summary>TorchSharp lets any tensor be a gradient; a shorter one would be read beyond its end.</summary>
    [Theory]
    [MemberData(nameof(Gradients))]
    public void A_gradient_unlike_its_parameter(string which, string found)
    {
        using var scope = NewDisposeScope();
        using var first = new Parameter(zeros(2));
        using var second = new Parameter(zeros(3));
        using var optimizer = new AdamOptimizer([first, second]);
        first.grad = ones(2);
        second.grad = which switch
        {
            "long" => zeros(5),
            "short" => zeros(2),
            "column" => zeros(3, 1),
            "double" => zeros([3], ScalarType.Float64),
            _ => zeros(3).to_sparse(),
        };

        AssertRefused(optimizer.Step, "Parameter 1, Float32 [3] on cpu, has a gradient", found);

        Assert.Equal([0, 0], Values.Of(first));
    }

    [Fact]
    public void An_optimiser_that_was_disposed()
    {
        using var parameter = new Parameter(zeros(1));
        var optimizer = new AdamOptimizer([parameter]);
        optimizer.Dispose();
        optimizer.Dispose();

        Assert.Throws<ObjectDisposedException>(optimizer.Step);
        Assert.Throws<ObjectDisposedException>(optimizer.ZeroGrad);
        Assert.Throws<ObjectDisposedException>(() => optimizer.LearningRate = 1);
        Assert.Throws<ObjectDisposedException>(optimizer.State);
        Assert.Throws<ObjectDisposedException>(() => optimizer.LoadState(new Dictionary<string, Tensor>()));
    }

    private static void AssertRefused(Action act, params string[] said)
    {
        var message = Assert.Throws<InvalidOperationException>(act).Message;
        Assert.All(said, part => Assert.Contains(part, message));
    }
}
