using GanDsl.Modules;
using GanDsl.Tests.Models;
using static TorchSharp.torch;

namespace GanDsl.Tests.Conditional;

/// <summary>Modules of the user's own are given the labels of the examples.</summary>
public sealed class OwnLabelModuleTests
{
    [Fact]
    public void The_networks_compute_with_the_labels_what_is_written_out()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var gan = new ModulatedGan();
        var weights = gan.G.state_dict();
        var latents = randn(4, 3);
        var labels = tensor(new long[] { 2, 0, 1, 2 });

        var hidden = nn.functional.linear(
            latents,
            weights["modulatedBlock1.linear1.weight"],
            weights["modulatedBlock1.linear1.bias"]
        );
        var scaled = (hidden * weights["modulatedBlock1.film1.scales"][labels]).relu();
        var expected = nn.functional.linear(scaled, weights["linear1.weight"], weights["linear1.bias"]);

        Assert.True(gan.G.call(latents, labels).allclose(expected, rtol: 1e-5, atol: 1e-6));
        Assert.False(gan.G.call(latents, labels.flip(0)).allclose(expected, rtol: 1e-5, atol: 1e-6));
    }

    [Fact]
    public void Both_networks_learn_what_it_does_with_labels()
    {
        using var scope = NewDisposeScope();
        using var gan = new ModulatedGan(new() { Seed = 2 });
        var before = new[] { gan.G.state_dict()["modulatedBlock1.film1.scales"], gan.D.state_dict()["film1.scales"] }
            .Select(scales => scales.clone())
            .ToList();
        using var real = new ModulatedGan.Points(randn(8, 2));
        using var labels = new ModulatedGan.Labels(0, 1, 2, 0, 1, 2, 0, 1);

        gan.Step(real, labels);

        Assert.All(
            new[] { gan.G.state_dict()["modulatedBlock1.film1.scales"], gan.D.state_dict()["film1.scales"] }.Zip(
                before
            ),
            pair => Assert.False(pair.First.allclose(pair.Second))
        );
    }

    [Fact]
    public void What_has_another_shape_than_its_rule_says_is_refused()
    {
        using var scope = NewDisposeScope();
        using var film = new Film(classes: 3, features: 5);

        var failure = Assert.Throws<GanException>(() => film.CallAsDeclared(zeros(4, 5), zeros(4, int64), 6));

        Assert.StartsWith("Film makes [4, 5] of [4, 5], but its shape rule says [4, 6]", failure.Message);
    }

    [Fact]
    public void What_is_no_tensor_is_said()
    {
        using var scope = NewDisposeScope();
        using var nothing = new Answering(_ => null!);
        using var disposed = new Answering(input =>
        {
            var output = input.clone();
            output.Dispose();
            return output;
        });

        Assert.StartsWith(
            "Answering answers null from its forward",
            Assert.Throws<GanException>(() => nothing.CallAsDeclared(zeros(2, 3), 3)).Message
        );
        Assert.StartsWith(
            "Answering answers a tensor that is disposed from its forward",
            Assert.Throws<GanException>(() => disposed.CallAsDeclared(zeros(2, 3), 3)).Message
        );
    }

    private sealed class Answering(Func<Tensor, Tensor> answer) : nn.Module<Tensor, Tensor>(nameof(Answering))
    {
        public override Tensor forward(Tensor input) => answer(input);
    }
}
