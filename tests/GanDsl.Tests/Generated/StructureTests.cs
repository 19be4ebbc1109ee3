using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>Blocks, residual blocks and modules of the user's own, as they run.</summary>
public sealed class StructureTests : IDisposable
{
    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Parameters_carry_the_name_of_their_block()
    {
        using var gan = new StructureGan();

        Assert.Equal(
            [
                "linear1.weight",
                "linear1.bias",
                "upBlock1.convTranspose1.weight",
                "upBlock1.batchNorm1.weight",
                "upBlock1.batchNorm1.bias",
                "twice1.factor",
                "paint.weight",
                "paint.bias",
            ],
            gan.G.named_parameters().Select(parameter => parameter.name)
        );
    }

    [Fact]
    public void A_residual_block_adds_its_input()
    {
        using var gan = new StructureGan();
        gan.D.eval();
        var refine = Child(gan.D, "refine1");
        var input = Numbers.Of(4, 3);
        var state = refine.state_dict().ToDictionary(entry => entry.Key, entry => Block.Of(entry.Value));

        var sigma = Bilinear(state["linear1SpectralNorm._u"], state["linear1.weight"], state["linear1SpectralNorm._v"]);
        var weight = state["linear1.weight"].Map(value => value / sigma);
        var f = ByHand.Linear(Block.Of(input), weight, state["linear1.bias"]).Map(Math.Tanh);

        Block.Of(refine.call(input)).AssertEqual(Sum(f, Block.Of(input)), "F(x) + x");
    }

    [Fact]
    public void A_residual_block_adds_what_its_shortcut_gives()
    {
        using var gan = new StructureGan();
        gan.D.eval();
        var wide = Child(gan.D, "wide");
        var input = Numbers.Of(2, 3, 4, 4);

        var shortcut = Child(wide, "shortcut").call(input);
        var conv1 = Child(wide, "conv1");
        var conv2 = Child(wide, "conv2");
        var first = input / Norm(wide, "conv1SpectralNorm", conv1.get_parameter("weight")!);
        var second = conv1.call(first).tanh() / Norm(wide, "conv2SpectralNorm", conv2.get_parameter("weight")!);
        var expected = Sum(Block.Of(conv2.call(second)), Block.Of(shortcut));

        Assert.Equal([2L, 5, 4, 4], shortcut.shape);
        Block.Of(wide.call(input)).AssertEqual(expected, "F(x) + shortcut(x)");
    }

    [Fact]
    public void A_module_of_the_users_own_is_created_with_its_arguments()
    {
        using var gan = new StructureGan();
        var input = Numbers.Of(2, 4, 4, 4);

        var output = Child(gan.G, "twice1").call(input);

        Assert.Equal([2L, 8, 4, 4], output.shape);
        Assert.Equal(Values.Of(input * 0.5), Values.Of(output.narrow(1, 4, 4)));
    }

    [Fact]
    public void Parameters_are_counted_when_the_build_does_not_know_them()
    {
        using var gan = new StructureGan();

        Assert.Equal(gan.G.parameters().Sum(parameter => parameter.numel()), gan.G.ParameterCount);
        Assert.Equal(StructureGan.Discriminator.ParameterCount, gan.D.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void It_trains()
    {
        using var gan = new StructureGan(new() { Seed = 8 });
        var before = Weights.Snapshot(gan.D);

        using var images = new StructureGan.Images(Numbers.Of(8, 2, 4, 4).tanh());
        var steps = gan.Train(images, epochs: 2).ToList();

        Assert.Equal(4, steps.Count);
        Assert.All(steps, step => Assert.True(float.IsFinite(step.TotalLoss)));
        Assert.NotEqual(before, Weights.Snapshot(gan.D));
        using var samples = gan.Sample(3);
        Assert.Equal([3L, 2, 4, 4], samples.Tensor.shape);
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }

    private static nn.Module<Tensor, Tensor> Child(nn.Module parent, string name) =>
        (nn.Module<Tensor, Tensor>)parent.named_children().Single(child => child.name == name).module;

    private static double Norm(nn.Module parent, string name, Tensor weight) =>
        Values.Single(Child(parent, name).call(weight));

    private static Block Sum(Block a, Block b) => a with { Numbers = [.. a.Numbers.Zip(b.Numbers, (x, y) => x + y)] };

    private static double Bilinear(Block u, Block matrix, Block v)
    {
        var sum = 0.0;
        for (var row = 0; row < matrix.Shape[0]; row++)
        {
            for (var column = 0; column < matrix.Shape[1]; column++)
            {
                sum += u.Numbers[row] * matrix[row, column] * v.Numbers[column];
            }
        }

        return sum;
    }
}
