using GanDsl.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>Which parameters a step moves, of which types, and when its learning rate counts.</summary>
public sealed class OptimizerStepTests
{
    public static TheoryData<string> Cases => [.. OptimizerCase<double>.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_parameter_without_a_gradient_stays_and_begins_later_as_if_it_were_new(string name)
    {
        using var scope = NewDisposeScope();
        using var early = new Parameter(ones(2));
        using var late = new Parameter(ones(3));
        using var alone = new Parameter(ones(3));
        using var optimizer = OptimizerCase<float>.All[name].Create([early, late]);
        using var fresh = OptimizerCase<float>.All[name].Create([alone]);

        for (var step = 0; step < 4; step++)
        {
            early.grad = full([2], 0.5 + step);
            optimizer.Step();
        }

        Assert.Equal([1, 1, 1], Values.Of(late));
        Assert.NotEqual([1, 1], Values.Of(early));
        for (var step = 0; step < 4; step++)
        {
            late.grad = full([3], 1.5 - step);
            alone.grad = full([3], 1.5 - step);
            optimizer.Step();
            fresh.Step();
        }

        Assert.Equal(Values.Of(alone), Values.Of(late));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Not_a_number_stays_with_its_element(string name)
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(ones(20));
        using var clean = new Parameter(ones(20));
        using var optimizer = OptimizerCase<float>.All[name].Create([parameter]);
        using var other = OptimizerCase<float>.All[name].Create([clean]);
        parameter.grad = linspace(-1, 1, 20);
        clean.grad = parameter.grad.clone();
        parameter.grad[4] = float.NaN;

        optimizer.Step();
        other.Step();

        var values = Values.Of(parameter);
        Assert.True(double.IsNaN(values[4]));
        values[4] = Values.Of(clean)[4];
        Assert.Equal(Values.Of(clean), values);
    }

    /// <summary>Where a gradient never changes, its variance is 0, and what is computed of it falls below 0 by rounding.</summary>
    [Fact]
    public void A_centred_variance_that_rounds_below_0_is_0()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(200));
        using var optimizer = new RmsPropOptimizer([parameter], 1e-3, alpha: 0.9, centered: true);
        parameter.grad = linspace(0.1, 3, 200);

        for (var step = 0; step < 300; step++)
        {
            optimizer.Step();
        }

        Assert.All(Values.Of(parameter), value => Assert.True(value < 0, $"{value} did not go down."));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parameters_of_several_types_move_each_in_its_own(string name)
    {
        using var scope = NewDisposeScope();
        ScalarType[] types = [ScalarType.Float32, ScalarType.Float64, ScalarType.BFloat16, ScalarType.Float32];
        Parameter[] together = [.. types.Select(type => new Parameter(ones([3], type)))];
        Parameter[] apart = [.. types.Select(type => new Parameter(ones([3], type)))];
        using var optimizer = OptimizerCase<float>.All[name].Create(together);
        var optimizers = apart.Select(parameter => OptimizerCase<float>.All[name].Create([parameter])).ToList();

        for (var step = 0; step < 3; step++)
        {
            foreach (var parameter in together.Concat(apart))
            {
                parameter.grad = full([3], 1.0 + step, parameter.dtype);
            }

            optimizer.Step();
            optimizers.ForEach(each => each.Step());
        }

        Assert.Equal(
            apart.Select(parameter => Values.Of(parameter)),
            together.Select(parameter => Values.Of(parameter))
        );
        Assert.Equal(types, together.Select(parameter => parameter.dtype));
        optimizers.ForEach(each => each.Dispose());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void In_bfloat16_the_steps_are_those_of_float32_to_its_three_digits(string name)
    {
        using var scope = NewDisposeScope();
        using var coarse = new Parameter(zeros([4], ScalarType.BFloat16));
        using var fine = new Parameter(zeros(4));
        using var first = OptimizerCase<float>.All[name].Create([coarse]);
        using var second = OptimizerCase<float>.All[name].Create([fine]);
        coarse.grad = tensor([0.5, -1, 2, 4], ScalarType.BFloat16);
        fine.grad = coarse.grad.to(ScalarType.Float32);

        first.Step();
        second.Step();

        // Each of at most eight roundings on the way adds 2⁻⁸.
        Values.AssertRelative(Values.Of(fine), Values.Of(coarse), 8.0 / 256);
        Assert.NotEqual([0, 0, 0, 0], Values.Of(coarse));
    }

    [Fact]
    public void The_learning_rate_counts_from_the_next_step()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros([1], ScalarType.Float64));
        using var optimizer = new SgdOptimizer([parameter], 0.5);
        parameter.grad = ones([1], ScalarType.Float64);

        optimizer.Step();
        Assert.Equal(-0.5, Values.Single(parameter));

        optimizer.LearningRate = 0;
        optimizer.Step();
        Assert.Equal(-0.5, Values.Single(parameter));

        optimizer.LearningRate = 0.25;
        optimizer.Step();
        Assert.Equal(-0.75, Values.Single(parameter));
        Assert.Equal(0.25, optimizer.LearningRate);
    }

    [Fact]
    public void Gradients_are_dropped_and_not_filled_with_zeros()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(2));
        using var without = new Parameter(zeros(2));
        using var optimizer = new SgdOptimizer([parameter, without], 0.5);
        parameter.grad = ones(2);

        optimizer.ZeroGrad();
        optimizer.Step();

        Assert.Null(parameter.grad);
        Assert.Equal([0, 0], Values.Of(parameter));
    }

    [Fact]
    public void A_parameter_that_is_named_twice_moves_once()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(2));
        using var optimizer = new SgdOptimizer([parameter, parameter], 0.5);
        parameter.grad = ones(2);

        optimizer.Step();

        Assert.Equal([-0.5, -0.5], Values.Of(parameter));
    }

    [Fact]
    public void A_parameter_without_elements_is_no_obstacle()
    {
        using var scope = NewDisposeScope();
        using var empty = new Parameter(zeros(0, 3));
        using var parameter = new Parameter(zeros(1));
        using var optimizer = new AdamOptimizer([empty, parameter], 0.5);
        empty.grad = zeros(0, 3);
        parameter.grad = ones(1);

        optimizer.Step();

        Assert.Equal(-0.5, Values.Single(parameter), 1e-6);
    }

    /// <summary>What other devices than the processor get: a learning rate that a recorded step reads when it is replayed.</summary>
    [Theory]
    [InlineData("adam", 4, 0.9, 0.99, 1e-3, 0.1, true)]
    [InlineData("adamw", 4, 0.9, 0.99, 1e-3, 0.1, true)]
    [InlineData("sgd", 2, 0.9, 0.5, 0.1, 0.0, false)]
    [InlineData("rmsprop", 3, 0.9, 1e-3, 0.1, 0.5, null)]
    public void A_learning_rate_in_a_tensor_gives_the_same_steps(
        string function,
        int lists,
        double first,
        double second,
        double third,
        double fourth,
        bool? flag
    )
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        using var whole = 0L.ToScalar();
        object[] numbers = function == "sgd" ? [first, second, third] : [first, second, third, fourth];
        object[] hyperparameters = [.. numbers, .. flag is { } value ? new object[] { value } : []];

        Assert.Equal(Run(0.125.ToScalar()), Run(tensor(0.125f)));

        double[] Run(object learningRate)
        {
            var parameter = ones([3], ScalarType.Float64);
            // A number of steps comes first where a rule counts them.
            var state = Enumerable
                .Range(0, lists)
                .Select(list =>
                    new[]
                    {
                        list == 0 && function != "rmsprop"
                            ? zeros([], ScalarType.Float32)
                            : zeros([3], ScalarType.Float64),
                    }
                )
                .ToArray();
            for (var step = 1; step <= 3; step++)
            {
                var gradient = tensor([1.0, -0.5 * step, 3.0], ScalarType.Float64);
                OptimizerScript.Invoke(
                    function,
                    learningRate,
                    [whole, new[] { parameter }, new[] { gradient }, .. state, .. hyperparameters]
                );
            }

            return Array.ConvertAll(Values.Of(parameter), value => Math.Round(value, 12));
        }
    }
}
