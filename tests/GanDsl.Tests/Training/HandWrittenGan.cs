using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Training;

/// <summary>
/// The two networks of the GANs in Models/Updates and Models/Losses and their training, written by hand as in public training scripts:
/// one pass at a time and detached fakes. Nothing that GanDsl generates is used.
/// </summary>
/// <remarks>
/// No layer has a bias where batch normalisation follows without another activation in between: it would cancel, and Adam makes a step
/// of what rounding leaves of its gradient. Losses that only compare scores cancel what shifts all of them, so they learn by SGD here.
/// </remarks>
internal sealed class HandWrittenGan : IDisposable
{
    private readonly HandWrittenLoss loss;

    public HandWrittenGan(GanUnderTest gan, GanLoss loss, bool batchNorm)
    {
        this.loss = HandWrittenLoss.Named(loss);
        G = batchNorm
            ? Sequential(Linear(3, 6, false), BatchNorm1d(6), ReLU(), Linear(6, 2, false))
            : Sequential(Linear(3, 6), ReLU(), Linear(6, 2));
        var hasLastBias = loss is not (GanLoss.Wasserstein or GanLoss.RelativisticAverage);
        D = batchNorm
            ? Sequential(Linear(2, 5, false), BatchNorm1d(5), LeakyReLU(0.2), Linear(5, 1, hasLastBias))
            : Sequential(Linear(2, 5), LeakyReLU(0.2), Linear(5, 1, hasLastBias));
        Weights.Copy(gan.G, G);
        Weights.Copy(gan.D, D);
        GeneratorOptimizer = Optimizer(loss, G);
        DiscriminatorOptimizer = Optimizer(loss, D);
    }

    public Module<Tensor, Tensor> G { get; }

    public Module<Tensor, Tensor> D { get; }

    private optim.Optimizer GeneratorOptimizer { get; }

    private optim.Optimizer DiscriminatorOptimizer { get; }

    /// <summary>Algorithm 1: a discriminator step for each of the minibatches, then a generator step.</summary>
    public StepNumbers Alternating(Tensor[] real, Func<Tensor> latents)
    {
        using var scope = NewDisposeScope();
        var discriminator = (Loss: 0.0, RealScore: 0.0, FakeScore: 0.0);
        foreach (var minibatch in real)
        {
            discriminator = StepDiscriminator(minibatch, G.call(latents()).detach());
        }

        return Numbers(discriminator, StepGenerator(G.call(latents()), real[^1]));
    }

    /// <summary>As above, but the generator learns from the fakes that the discriminator saw last.</summary>
    public StepNumbers AlternatingSharedFakes(Tensor[] real, Func<Tensor> latents)
    {
        using var scope = NewDisposeScope();
        var discriminator = (Loss: 0.0, RealScore: 0.0, FakeScore: 0.0);
        var fakes = real[0];
        foreach (var minibatch in real)
        {
            fakes = G.call(latents());
            discriminator = StepDiscriminator(minibatch, fakes.detach());
        }

        return Numbers(discriminator, StepGenerator(fakes, real[^1]));
    }

    /// <summary>Both gradients at the same parameters, then both steps.</summary>
    public StepNumbers Simultaneous(Tensor[] real, Func<Tensor> latents)
    {
        using var scope = NewDisposeScope();
        var fakes = G.call(latents());
        var realLogits = D.call(Assert.Single(real));
        var fakeLogits = D.call(fakes);
        var discriminatorLoss = loss.Discriminator(realLogits, fakeLogits);
        var generatorLoss = loss.Generator(realLogits, fakeLogits);

        Tensor[] ofDiscriminator = [.. D.parameters()];
        Tensor[] ofGenerator = [.. G.parameters()];
        var discriminatorGradients = autograd.grad([discriminatorLoss], ofDiscriminator, retain_graph: true);
        var generatorGradients = autograd.grad([generatorLoss], ofGenerator);
        SetGradients(ofDiscriminator, discriminatorGradients);
        SetGradients(ofGenerator, generatorGradients);
        DiscriminatorOptimizer.step();
        GeneratorOptimizer.step();

        return Numbers(Measure(discriminatorLoss, realLogits, fakeLogits), Measure(generatorLoss, fakeLogits));
    }

    public void Dispose()
    {
        DiscriminatorOptimizer.Dispose();
        GeneratorOptimizer.Dispose();
        D.Dispose();
        G.Dispose();
    }

    private (double Loss, double RealScore, double FakeScore) StepDiscriminator(Tensor real, Tensor fakes)
    {
        DiscriminatorOptimizer.zero_grad();
        var realLogits = D.call(real);
        var fakeLogits = D.call(fakes);
        var discriminatorLoss = loss.Discriminator(realLogits, fakeLogits);
        discriminatorLoss.backward();
        DiscriminatorOptimizer.step();
        return Measure(discriminatorLoss, realLogits, fakeLogits);
    }

    /// <summary>As in most scripts, D gets a gradient here, which is thrown away before it learns again.</summary>
    private (double Loss, double NonSaturating) StepGenerator(Tensor fakes, Tensor real)
    {
        GeneratorOptimizer.zero_grad();
        var realLogits = loss.ComparesWithReal ? D.call(real).detach() : real;
        var fakeLogits = D.call(fakes);
        var generatorLoss = loss.Generator(realLogits, fakeLogits);
        generatorLoss.backward();
        GeneratorOptimizer.step();
        return Measure(generatorLoss, fakeLogits);
    }

    private (double Loss, double RealScore, double FakeScore) Measure(
        Tensor value,
        Tensor realLogits,
        Tensor fakeLogits
    ) => (Values.Single(value), Values.Single(loss.Score(realLogits)), Values.Single(loss.Score(fakeLogits)));

    private static (double Loss, double NonSaturating) Measure(Tensor value, Tensor fakeLogits) =>
        (Values.Single(value), Values.Single(HandWrittenLoss.CrossEntropy(fakeLogits.sigmoid(), 1)));

    private static void SetGradients(Tensor[] parameters, IList<Tensor> gradients)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i].grad = gradients[i];
        }
    }

    private StepNumbers Numbers(
        (double Loss, double RealScore, double FakeScore) discriminator,
        (double Loss, double NonSaturating) generator
    ) =>
        new(
            discriminator.Loss,
            generator.Loss,
            discriminator.RealScore,
            discriminator.FakeScore,
            loss.IsMinimax ? discriminator.Loss + generator.NonSaturating : null,
            loss.IsMinimax ? -discriminator.Loss : null,
            loss.IsMinimax ? (Math.Log(4) - discriminator.Loss) / 2 : null
        );

    private static optim.Optimizer Optimizer(GanLoss loss, Module network) =>
        loss is GanLoss.Saturating or GanLoss.Wasserstein or GanLoss.RelativisticAverage
            ? optim.SGD(network.parameters(), 0.05, momentum: 0.9)
            : optim.Adam(network.parameters(), 2e-3, beta1: 0.5);
}
