using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>
/// The layout of parameters and gradients in memory changes no bit. libtorch's fused kernels take any layouts and combine whatever
/// lies side by side.
/// </summary>
public sealed class OptimizerLayoutTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Layouts = new()
    {
        ["contiguous"] = values => values.contiguous(),
        ["channels last"] = values => values.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2),
        ["transposed"] = values => values.permute(3, 2, 1, 0).contiguous().permute(3, 2, 1, 0),
        ["part of a larger one"] = values => cat([values, values], 3).narrow(3, 0, 5),
        ["every other element"] = values => values.repeat_interleave(2, 3)[.., .., .., TensorIndex.Slice(0, null, 2)],
    };

    private static readonly string[] Rules =
    [
        "AMSGrad",
        "AdamW",
        "SGD",
        "Nesterov",
        "SGD with dampening",
        "RMSProp, centred with momentum",
    ];

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (
                var (rule, parameter, gradient) in from rule in Rules
                from parameter in Layouts.Keys
                from gradient in Layouts.Keys
                select (rule, parameter, gradient)
            )
            {
                cases.Add(rule, parameter, gradient);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_layout_gives_the_same_bits(string name, string ofParameter, string ofGradient)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(7, CPU);
        var start = randn([4, 3, 2, 5], generator: random);
        using var plain = new Parameter(start.clone());
        using var other = new Parameter(Layouts[ofParameter](start.clone()));
        using var first = OptimizerCase<float>.All[name].Create([plain]);
        using var second = OptimizerCase<float>.All[name].Create([other]);

        for (var step = 0; step < 3; step++)
        {
            var gradient = randn([4, 3, 2, 5], generator: random);
            plain.grad = gradient;
            other.grad = Layouts[ofGradient](gradient);
            first.Step();
            second.Step();
        }

        Assert.Equal(Values.Of(plain), Values.Of(other));
        Assert.NotEqual(Values.Of(start), Values.Of(other));
    }

    [Fact]
    public void The_layouts_are_different()
    {
        using var scope = NewDisposeScope();
        var strides = Layouts.Values.Select(layout => string.Join(",", layout(zeros(4, 3, 2, 5)).stride()));

        Assert.Equal(Layouts.Count, strides.Distinct().Count());
    }

    [Fact]
    public void A_gradient_that_repeats_one_number_is_read_whole()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(2, 3));
        using var optimizer = new GanDsl.Training.SgdOptimizer([parameter], 1);
        parameter.grad = ones([]).expand(2, 3);

        optimizer.Step();

        Assert.Equal([-1, -1, -1, -1, -1, -1], Values.Of(parameter));
    }

    [Fact]
    public void A_parameter_that_is_part_of_a_larger_tensor_leaves_the_rest_alone()
    {
        using var scope = NewDisposeScope();
        var whole = zeros(3, 4);
        using var parameter = new Parameter(whole[.., TensorIndex.Slice(1, 3)]);
        using var optimizer = new GanDsl.Training.SgdOptimizer([parameter], 1);
        parameter.grad = ones(3, 2);

        optimizer.Step();

        Assert.Equal([0, -1, -1, 0, 0, -1, -1, 0, 0, -1, -1, 0], Values.Of(whole));
    }
}
