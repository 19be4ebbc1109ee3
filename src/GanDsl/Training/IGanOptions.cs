namespace GanDsl;

/// <summary>What can be chosen when any GAN is created; the generated <c>Options</c> hold the declared defaults.</summary>
public interface IGanOptions
{
    /// <summary>Where the networks live and train.</summary>
    GanDevice Device { get; }

    /// <summary>What matrix products and convolutions are computed with.</summary>
    GanPrecision Precision { get; }

    /// <summary>Whether training steps on a GPU are recorded as a CUDA graph and replayed.</summary>
    GanCudaGraph CudaGraph { get; }

    /// <summary>m, the real examples of one minibatch.</summary>
    int BatchSize { get; }

    /// <summary>How often training goes through the data.</summary>
    int Epochs { get; }

    /// <summary>The training steps after which training ends; null for no such end.</summary>
    int? Steps { get; }

    /// <summary>k, the discriminator steps of one training step; 1 for simultaneous updates.</summary>
    int DiscriminatorSteps { get; }

    /// <summary>The step size of G's optimiser.</summary>
    double GeneratorLearningRate { get; }

    /// <summary>The step size of D's optimiser.</summary>
    double DiscriminatorLearningRate { get; }

    /// <summary>Where all random numbers start.</summary>
    int Seed { get; }
}
