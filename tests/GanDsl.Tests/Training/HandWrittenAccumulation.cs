using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Training;

/// <summary>
/// The networks of the GANs with accumulated gradients and their training, as in public scripts: the loss of each part divided by their
/// number, <c>backward()</c> for each, then one <c>step()</c>. Nothing that GanDsl generates is used.
/// </summary>
internal sealed class HandWrittenAccumulation : IDisposable
{
    private readonly HandWrittenLoss loss;
    private readonly int parts;
    private readonly optim.Optimizer ofGenerator;
    private readonly optim.Optimizer ofDiscriminator;

    public HandWrittenAccumulation(GanUnderTest gan, GanLoss loss, int parts)
    {
        this.loss = HandWrittenLoss.Named(loss);
        this.parts = parts;
        G = Sequential(Linear(3, 6, false), BatchNorm1d(6), ReLU(), Linear(6, 2));
        D = Sequential(Linear(2, 5, false), BatchNorm1d(5), LeakyReLU(0.2), Linear(5, 1, false));
        Weights.Copy(gan.G, G);
        Weights.Copy(gan.D, D);
        ofGenerator = optim.SGD(G.parameters(), 0.5, momentum: 0.9);
        ofDiscriminator = optim.SGD(D.parameters(), 0.5, momentum: 0.9);
    }

    public Module<Tensor, Tensor> G { get; }

    public Module<Tensor, Tensor> D { get; }

    public (double DiscriminatorLoss, double GeneratorLoss) Alternating(Tensor[] real, Tensor latents)
    {
        var discriminatorLoss = 0.0;
        foreach (var minibatch in real)
        {
            Tensor[] fakes = [.. Cut(latents).Select(part => G.call(part).detach())];
            discriminatorLoss = StepDiscriminator(minibatch, fakes);
        }

        return (discriminatorLoss, StepGenerator(Cut(latents).Select(part => G.call(part)), real[^1]));
    }

    public (double DiscriminatorLoss, double GeneratorLoss) AlternatingSharedFakes(Tensor[] real, Tensor latents)
    {
        var discriminatorLoss = 0.0;
        Tensor[] fakes = [];
        foreach (var minibatch in real)
        {
            fakes = [.. Cut(latents).Select(part => G.call(part))];
            discriminatorLoss = StepDiscriminator(minibatch, [.. fakes.Select(part => part.detach())]);
        }

        return (discriminatorLoss, StepGenerator(fakes, real[^1]));
    }

    public (double DiscriminatorLoss, double GeneratorLoss) Simultaneous(Tensor real, Tensor latents)
    {
        var (discriminatorLoss, generatorLoss) = (0.0, 0.0);
        Tensor[] learnedByD = [.. D.parameters()];
        Tensor[] learnedByG = [.. G.parameters()];
        ofDiscriminator.zero_grad();
        ofGenerator.zero_grad();
        foreach (var (realPart, latentPart) in Cut(real).Zip(Cut(latents)))
        {
            var fakes = G.call(latentPart);
            var (realLogits, fakeLogits) = (D.call(realPart), D.call(fakes));
            var lossOfD = loss.Discriminator(realLogits, fakeLogits) / parts;
            var lossOfG = loss.Generator(realLogits, fakeLogits) / parts;
            autograd.backward([lossOfD], retain_graph: true, inputs: learnedByD);
            autograd.backward([lossOfG], inputs: learnedByG);
            discriminatorLoss += Values.Single(lossOfD);
            generatorLoss += Values.Single(lossOfG);
        }

        ofDiscriminator.step();
        ofGenerator.step();
        return (discriminatorLoss, generatorLoss);
    }

    public void Dispose()
    {
        ofGenerator.Dispose();
        ofDiscriminator.Dispose();
        G.Dispose();
        D.Dispose();
    }

    private double StepDiscriminator(Tensor real, Tensor[] fakes)
    {
        var sum = 0.0;
        ofDiscriminator.zero_grad();
        foreach (var (realPart, fakePart) in Cut(real).Zip(fakes))
        {
            var lossOfPart = loss.Discriminator(D.call(realPart), D.call(fakePart)) / parts;
            lossOfPart.backward();
            sum += Values.Single(lossOfPart);
        }

        ofDiscriminator.step();
        return sum;
    }

    private double StepGenerator(IEnumerable<Tensor> fakes, Tensor real)
    {
        var sum = 0.0;
        ofGenerator.zero_grad();
        foreach (var (realPart, fakePart) in Cut(real).Zip(fakes))
        {
            var realLogits = loss.ComparesWithReal ? D.call(realPart).detach() : realPart;
            var lossOfPart = loss.Generator(realLogits, D.call(fakePart)) / parts;
            lossOfPart.backward();
            sum += Values.Single(lossOfPart);
        }

        ofGenerator.step();
        return sum;
    }

    private Tensor[] Cut(Tensor minibatch) => minibatch.chunk(parts, 0);
}
