using System.Reflection;
using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Regularizers;

/// <summary>
/// One discriminator step with each penalty, on a batch of several examples, against the penalty written out for D(x) =
/// w₂·leaky(W₁x + b₁) + b₂, whose gradient at x is W₁ᵀ·(slope ∘ w₂): no gradient of a gradient is taken.
/// </summary>
public sealed class PenaltyTests : IDisposable
{
    private const double Rate = 0.01;
    private const int Rows = 5;

    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Every_penalty_has_a_GAN_with_it_alone() =>
        Assert.All(
            ModelCatalog.Penalties,
            model =>
                Assert.Equal(
                    model.Name,
                    Assert.Single(model.GetCustomAttributes<PenaltyAttribute>()).GetType().Name[
                        ..^nameof(Attribute).Length
                    ] + "Gan"
                )
        );

    [Fact]
    public void Gradient_penalty_at_points_between_real_and_generated_ones()
    {
        using var gan = new GradientPenaltyGan(new() { Seed = 5 });
        using var noise = new UniformNoise(seed: 5, sequence: 2, CPU);
        var (real, latents) = Draw();
        var fakes = gan.G.call(latents).detach();
        var mix = noise.Draw(Rows, 1);
        Assert.Equal(Rows, Values.Of(mix).Distinct().Count());

        var penalty = OfDistanceFromOne(gan.D, (mix * real) + ((1 - mix) * fakes), 3);
        var step = AssertStep(
            gan.D,
            WassersteinLoss(gan.D, real, fakes) + penalty,
            () => gan.Step(new(real.alias()), new(latents.alias()))
        );

        Assert.Equal(Values.Single(penalty), step.GradientPenalty, 1e-5);
        Assert.Equal(step.WassersteinEstimate, -step.DiscriminatorLoss);
    }

    [Fact]
    public void Dragan_around_real_examples()
    {
        using var gan = new DraganGan(new() { Seed = 6 });
        using var noise = new UniformNoise(seed: 6, sequence: 2, CPU);
        var (real, latents) = Draw();
        var fakes = gan.G.call(latents).detach();
        var share = noise.Draw(Rows, 1);
        var deviation = Math.Sqrt(Values.Of(real).Average(x => x * x) - Math.Pow(Values.Of(real).Average(), 2));

        var penalty = OfDistanceFromOne(gan.D, real + (share * 0.5 * deviation * noise.Draw(Rows, 2)), 3);
        var step = AssertStep(
            gan.D,
            WassersteinLoss(gan.D, real, fakes) + penalty,
            () => gan.Step(new(real.alias()), new(latents.alias()))
        );

        Assert.Equal(Values.Single(penalty), step.DraganPenalty, 1e-5);
    }

    [Fact]
    public void R1_at_real_examples()
    {
        using var gan = new R1Gan(new() { Seed = 7 });
        var (real, latents) = Draw();
        var fakes = gan.G.call(latents).detach();

        var penalty = OfSquaredNorm(gan.D, real, 3);
        var step = AssertStep(
            gan.D,
            WassersteinLoss(gan.D, real, fakes) + penalty,
            () => gan.Step(new(real.alias()), new(latents.alias()))
        );

        Assert.Equal(Values.Single(penalty), step.R1Penalty, 1e-5);
    }

    [Fact]
    public void R2_at_generated_examples()
    {
        using var gan = new R2Gan(new() { Seed = 8 });
        var (real, latents) = Draw();
        var fakes = gan.G.call(latents).detach();

        var penalty = OfSquaredNorm(gan.D, fakes, 3);
        var step = AssertStep(
            gan.D,
            WassersteinLoss(gan.D, real, fakes) + penalty,
            () => gan.Step(new(real.alias()), new(latents.alias()))
        );

        Assert.Equal(Values.Single(penalty), step.R2Penalty, 1e-5);
    }

    [Fact]
    public void Several_at_once_and_simultaneously_with_the_generator()
    {
        using var gan = new SimultaneousPenaltyGan(new() { Seed = 9 });
        using var noise = new UniformNoise(seed: 9, sequence: 2, CPU);
        var (real, latents) = Draw();
        var fakes = gan.G.call(latents).detach();
        var mix = noise.Draw(Rows, 1);
        var generatorLoss = -gan.D.call(gan.G.call(latents)).mean();
        var expectedGenerator = Moved(gan.G, generatorLoss);

        var loss = (1 - gan.D.call(real)).clamp_min(0).mean() + (1 + gan.D.call(fakes)).clamp_min(0).mean();
        var penalties =
            OfDistanceFromOne(gan.D, (mix * real) + ((1 - mix) * fakes), 3)
            + OfSquaredNorm(gan.D, real, 0.5)
            + OfSquaredNorm(gan.D, fakes, 2);
        var step = AssertStep(gan.D, loss + penalties, () => gan.Step(new(real.alias()), new(latents.alias())));

        Assert.Equal(Values.Single(penalties), step.GradientPenalty + step.R1Penalty + step.R2Penalty, 1e-5);
        Values.AssertRelative(expectedGenerator, Weights.Parameters(gan.G), 1e-12, "G");
    }

    [Fact]
    public void A_penalty_alone_is_no_loss()
    {
        using var gan = new R1Gan(new() { Seed = 7 });
        var (real, latents) = Draw();
        var loss = WassersteinLoss(gan.D, real, gan.G.call(latents).detach());

        var step = gan.Step(new(real.alias()), new(latents.alias()));

        Assert.Equal(Values.Single(loss), step.DiscriminatorLoss, 1e-6);
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }

    private static (Tensor Real, Tensor Latents) Draw()
    {
        manual_seed(11);
        return (randn(Rows, 2) + 1, randn(Rows, 3));
    }

    private static Tensor WassersteinLoss(nn.Module<Tensor, Tensor> d, Tensor real, Tensor fakes) =>
        d.call(fakes).mean() - d.call(real).mean();

    /// <summary>weight·E[(‖∇s‖ - 1)²].</summary>
    private static Tensor OfDistanceFromOne(nn.Module<Tensor, Tensor> d, Tensor points, double weight) =>
        weight * (Gradients(d, points).pow(2).sum(1).sqrt() - 1).pow(2).mean();

    /// <summary>gamma / 2·E[‖∇s‖²].</summary>
    private static Tensor OfSquaredNorm(nn.Module<Tensor, Tensor> d, Tensor points, double gamma) =>
        gamma / 2 * Gradients(d, points).pow(2).sum(1).mean();

    /// <summary>W₁ᵀ·(slope ∘ w₂) for each point: [N, 2].</summary>
    private static Tensor Gradients(nn.Module<Tensor, Tensor> d, Tensor points)
    {
        var parameters = d.named_parameters().ToDictionary(each => each.name, each => each.parameter);
        var (w1, b1, w2) = (parameters["linear1.weight"], parameters["linear1.bias"], parameters["linear2.weight"]);
        var hidden = points.matmul(w1.t()) + b1;
        var slopes = hidden.detach().gt(0).to(ScalarType.Float64) * 0.8 + 0.2;
        return (slopes * w2).matmul(w1);
    }

    /// <summary>The parameters after one step of SGD down the loss.</summary>
    private static double[] Moved(nn.Module network, Tensor loss)
    {
        var parameters = network.parameters().ToArray();
        var gradients = autograd.grad([loss], parameters, retain_graph: true);
        return
        [
            .. parameters.Zip(gradients, (parameter, gradient) => parameter - (Rate * gradient)).SelectMany(Values.Of),
        ];
    }

    /// <summary>Asserts that the step moves D down the objective.</summary>
    private static T AssertStep<T>(nn.Module d, Tensor objective, Func<T> step)
    {
        var expected = Moved(d, objective);

        var record = step();

        Values.AssertRelative(expected, Weights.Parameters(d), 1e-12, "D");
        return record;
    }
}
