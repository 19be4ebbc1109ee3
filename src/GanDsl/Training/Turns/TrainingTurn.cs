using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// A training step's turn of a GAN, with all in place that it needs whatever surrounds it: gradients are recorded, networks are in training
/// mode, and the random numbers are those of this step. When it is disposed, all but the mode of the networks is as it was.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TrainingTurn : IDisposable
{
    private readonly ExclusiveUse use;
    private readonly IDisposable? withGradients;
    private readonly SeededRandomness? random;

    /// <summary>Begins a step.</summary>
    /// <param name="use">The GAN's.</param>
    /// <param name="generator">G.</param>
    /// <param name="discriminator">D.</param>
    /// <param name="generatorOptimizer">Moves G.</param>
    /// <param name="discriminatorOptimizer">Moves D.</param>
    /// <param name="seed">The seed of the GAN.</param>
    /// <param name="step">The steps before this one.</param>
    /// <param name="device">Where the networks are.</param>
    /// <exception cref="InvalidOperationException">Another call has not ended, or a network has no parameter that can learn.</exception>
    /// <exception cref="ObjectDisposedException">The GAN is disposed.</exception>
    public TrainingTurn(
        ExclusiveUse use,
        nn.Module generator,
        nn.Module discriminator,
        Optimizer generatorOptimizer,
        Optimizer discriminatorOptimizer,
        int seed,
        long step,
        Device device
    )
    {
        this.use = use;
        use.Begin();
        try
        {
            generatorOptimizer.RequireMovable("generator");
            discriminatorOptimizer.RequireMovable("discriminator");

            // Ends no_grad as well as inference mode.
            withGradients = inference_mode(false);
            random = SeededRandomness.OfStep(seed, step, device);
            Train(generator);
            Train(discriminator);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Lets the next caller in.</summary>
    public void Dispose()
    {
        random?.Dispose();
        withGradients?.Dispose();
        use.Leave();
    }

    /// <summary>Only where the whole network is in evaluation mode: a part of it may be meant to stay so.</summary>
    private static void Train(nn.Module network)
    {
        if (!network.training)
        {
            network.train();
        }
    }
}
