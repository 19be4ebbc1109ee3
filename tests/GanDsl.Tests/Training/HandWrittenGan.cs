using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Training;

/// <summary>
/// The two networks of the GANs in Models/Updates and their training, written by hand as in public training scripts: labels,
/// probabilities, one pass at a time and detached fakes. Nothing that GanDsl generates is used.
/// </summary>
/// <remarks>
/// No layer has a bias where batch normalisation follows without another activation in between: it would cancel, and Adam makes
/// a step of what rounding leaves of its gradient.
/// </remarks>
internal sealed class HandWrittenGan : IDisposable
{
    private readonly bool saturating;

    public HandWrittenGan(GanUnderTest gan, bool saturating, bool batchNorm)
    {
        this.saturating = saturating;
        G = batchNorm
            ? Sequential(Linear(3, 6, false), BatchNorm1d(6), ReLU(), Linear(6, 2, false))
            : Sequential(Linear(3, 6), ReLU(), Linear(6, 2));
        D = batchNorm
            ? Sequential(Linear(2, 5, false), BatchNorm1d(5), LeakyReLU(0.2), Linear(5, 1))
            : Sequential(Linear(2, 5), LeakyReLU(0.2), Linear(5, 1));
        Weights.Copy(gan.G, G);
        Weights.Copy(gan.D, D);
        GeneratorOptimizer = Optimizer(G);
        DiscriminatorOptimizer = Optimizer(D);
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

        return Numbers(discriminator, StepGenerator(G.call(latents())));
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

        return Numbers(discriminator, StepGenerator(fakes));
    }

    /// <summary>Both gradients at the same parameters, then both steps.</summary>
    public StepNumbers Simultaneous(Tensor[] real, Func<Tensor> latents)
    {
        using var scope = NewDisposeScope();
        var fakes = G.call(latents());
        var realScores = D.call(Assert.Single(real)).sigmoid();
        var fakeScores = D.call(fakes).sigmoid();
        var discriminatorLoss = Labelled(realScores, 1) + Labelled(fakeScores, 0);
        var generatorLoss = GeneratorLoss(fakeScores);

        Tensor[] ofDiscriminator = [.. D.parameters()];
        Tensor[] ofGenerator = [.. G.parameters()];
        var discriminatorGradients = autograd.grad([discriminatorLoss], ofDiscriminator, retain_graph: true);
        var generatorGradients = autograd.grad([generatorLoss], ofGenerator);
        SetGradients(ofDiscriminator, discriminatorGradients);
        SetGradients(ofGenerator, generatorGradients);
        DiscriminatorOptimizer.step();
        GeneratorOptimizer.step();

        return Numbers(
            (Values.Single(discriminatorLoss), Mean(realScores), Mean(fakeScores)),
            (Values.Single(generatorLoss), Values.Single(Labelled(fakeScores, 1)))
        );
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
        var realScores = D.call(real).sigmoid();
        var fakeScores = D.call(fakes).sigmoid();
        var loss = Labelled(realScores, 1) + Labelled(fakeScores, 0);
        loss.backward();
        DiscriminatorOptimizer.step();
        return (Values.Single(loss), Mean(realScores), Mean(fakeScores));
    }

    /// <summary>As in most scripts, D gets a gradient here, which is thrown away before it learns again.</summary>
    private (double Loss, double NonSaturating) StepGenerator(Tensor fakes)
    {
        GeneratorOptimizer.zero_grad();
        var scores = D.call(fakes).sigmoid();
        var loss = GeneratorLoss(scores);
        loss.backward();
        GeneratorOptimizer.step();
        return (Values.Single(loss), Values.Single(Labelled(scores, 1)));
    }

    private Tensor GeneratorLoss(Tensor fakeScores) =>
        saturating ? (1 - fakeScores).log().mean() : Labelled(fakeScores, 1);

    private static Tensor Labelled(Tensor scores, int label) =>
        functional.binary_cross_entropy(scores, full_like(scores, label));

    private static double Mean(Tensor scores) => Values.Single(scores.mean());

    private static void SetGradients(Tensor[] parameters, IList<Tensor> gradients)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i].grad = gradients[i];
        }
    }

    private static StepNumbers Numbers(
        (double Loss, double RealScore, double FakeScore) discriminator,
        (double Loss, double NonSaturating) generator
    ) =>
        new(
            discriminator.Loss,
            generator.Loss,
            discriminator.RealScore,
            discriminator.FakeScore,
            discriminator.Loss + generator.NonSaturating,
            -discriminator.Loss,
            (Math.Log(4) - discriminator.Loss) / 2
        );

    private optim.Optimizer Optimizer(Module network) =>
        saturating
            ? optim.SGD(network.parameters(), 0.05, momentum: 0.9)
            : optim.Adam(network.parameters(), 2e-3, beta1: 0.5);
}
