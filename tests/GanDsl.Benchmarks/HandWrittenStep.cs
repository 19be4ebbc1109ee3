using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Benchmarks;

/// <summary>
/// A training step as most people write it: real and fake in two passes, binary cross-entropy with logits against tensors of ones
/// and zeros, two Adam optimisers, one dispose scope.
/// </summary>
internal sealed class HandWrittenStep(
    Module<Tensor, Tensor> generator,
    Module<Tensor, Tensor> discriminator,
    int latentDimensions
)
{
    private readonly optim.Optimizer generatorOptimizer = optim.Adam(generator.parameters(), 2e-4, 0.5);
    private readonly optim.Optimizer discriminatorOptimizer = optim.Adam(discriminator.parameters(), 2e-4, 0.5);

    /// <summary>The step of an update rule.</summary>
    public Action<Tensor> Of(GanUpdate update) =>
        update switch
        {
            GanUpdate.Alternating => real => Alternate(real, shareFakes: false),
            GanUpdate.AlternatingSharedFakes => real => Alternate(real, shareFakes: true),
            _ => Simultaneous,
        };

    private void Alternate(Tensor real, bool shareFakes)
    {
        using var scope = NewDisposeScope();
        var count = real.shape[0];
        var ones = torch.ones(count, 1);
        var zeros = torch.zeros(count, 1);

        discriminatorOptimizer.zero_grad();
        var realLoss = functional.binary_cross_entropy_with_logits(discriminator.call(real), ones);
        realLoss.backward();
        var fakes = generator.call(randn(count, latentDimensions));
        var fakeLoss = functional.binary_cross_entropy_with_logits(discriminator.call(fakes.detach()), zeros);
        fakeLoss.backward();
        discriminatorOptimizer.step();

        generatorOptimizer.zero_grad();
        if (!shareFakes)
        {
            fakes = generator.call(randn(count, latentDimensions));
        }

        var generatorLoss = functional.binary_cross_entropy_with_logits(discriminator.call(fakes), ones);
        generatorLoss.backward();
        generatorOptimizer.step();
    }

    private void Simultaneous(Tensor real)
    {
        using var scope = NewDisposeScope();
        var count = real.shape[0];
        var ones = torch.ones(count, 1);
        var zeros = torch.zeros(count, 1);

        var fakes = generator.call(randn(count, latentDimensions));
        var fakeLogits = discriminator.call(fakes);
        var discriminatorLoss =
            functional.binary_cross_entropy_with_logits(discriminator.call(real), ones)
            + functional.binary_cross_entropy_with_logits(discriminator.call(fakes.detach()), zeros);
        var generatorLoss = functional.binary_cross_entropy_with_logits(fakeLogits, ones);

        generatorOptimizer.zero_grad();
        generatorLoss.backward();
        discriminatorOptimizer.zero_grad();
        discriminatorLoss.backward();
        discriminatorOptimizer.step();
        generatorOptimizer.step();
    }
}
