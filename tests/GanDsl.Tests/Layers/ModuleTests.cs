using GanDsl.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Layers;

/// <summary>The library's own modules are modules like any other: names, first values, files, element types, memory.</summary>
public sealed class ModuleTests
{
    public static TheoryData<string> Cases => ["groups", "attention", "minibatch"];

    [Theory]
    [InlineData("groups", "weight 4, bias 4")]
    [InlineData("attention", "gamma 1, f.weight 2 16 1, g.weight 2 16 1, h.weight 16 16 1")]
    [InlineData("minibatch", "T 5 3 2")]
    public void Parameters_are_those_that_the_layer_says(string name, string expected)
    {
        using var module = Create(name).Module;

        Assert.Equal(
            expected,
            string.Join(", ", module.named_parameters().Select(each => $"{each.name} {Text(each.parameter)}"))
        );
    }

    [Fact]
    public void Group_normalisation_starts_as_the_plain_one()
    {
        using var module = new GroupNormalization(2, 4);

        Assert.Equal([1, 1, 1, 1, 0, 0, 0, 0], Weights.Parameters(module));
        Assert.Empty(new GroupNormalization(2, 4, affine: false).parameters());
    }

    [Fact]
    public void Attention_changes_nothing_at_first()
    {
        using var scope = NewDisposeScope();
        using var module = new SelfAttention(3);
        var x = randn(2, 3, 4, 5);

        Assert.Equal(Values.Of(x), Values.Of(module.call(x)));
    }

    [Fact]
    public void What_examples_are_compared_by_is_drawn_as_the_weight_of_a_linear_layer()
    {
        using var module = new MinibatchDiscrimination(100, 30, 10);

        var t = Weights.Parameters(module);

        Assert.All(t, value => Assert.InRange(value, -0.1, 0.1));
        Assert.Equal(0, t.Average(), 5 * 0.1 / Math.Sqrt(3 * t.Length));
        Assert.InRange(t.Max(), 0.0999, 0.1);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Saved_modules_load_into_others(string name)
    {
        using var folder = new TemporaryFolder();
        using var one = Create(name).Module;
        using var other = Create(name).Module;
        using (no_grad())
        {
            foreach (var parameter in one.parameters())
            {
                parameter.copy_(randn(parameter.shape));
            }
        }

        one.save(folder["module.dat"]);
        other.load(folder["module.dat"]);

        Assert.Equal(Weights.Snapshot(one), Weights.Snapshot(other));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Computes_in_the_element_type_that_it_is_given(string name)
    {
        using var scope = NewDisposeScope();
        var (module, input) = Create(name);

        module.to(ScalarType.Float64);

        Assert.All(module.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(ScalarType.Float64, module.call(input.to(ScalarType.Float64)).dtype);
        module.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Leaves_only_its_output_behind(string name)
    {
        var (module, input) = Create(name);
        using (no_grad())
        {
            var before = Live.Count;

            var output = module.call(input);

            Assert.Equal(before + 1, Live.Count);
            output.Dispose();
        }

        module.Dispose();
        input.Dispose();
    }

    [Fact]
    public void Functions_leave_only_their_output_behind()
    {
        using var x = randn(4, 3, 2);
        var before = Live.Count;

        Tensor[] outputs =
        [
            LayerFunctions.TanhGelu(x),
            LayerFunctions.PixelNorm(x),
            LayerFunctions.GaussianNoise(x, 1, training: true),
            LayerFunctions.GaussianNoise(x, 1, training: false),
            LayerFunctions.MinibatchStdDev(x, 2),
        ];

        Assert.Equal(before + outputs.Length, Live.Count);
        Array.ForEach(outputs, output => output.Dispose());
        Assert.Equal(3, x.dim());
    }

    private static (nn.Module<Tensor, Tensor> Module, Tensor Input) Create(string name) =>
        name switch
        {
            "groups" => (new GroupNormalization(2, 4), randn(3, 4, 5)),
            "attention" => (new SelfAttention(16), randn(3, 16, 5)),
            _ => (new MinibatchDiscrimination(5, 3, 2), randn(3, 5)),
        };

    private static string Text(Parameter parameter) => string.Join(" ", parameter.shape);
}
