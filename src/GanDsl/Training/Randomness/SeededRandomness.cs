using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Torch's global random numbers, from which dropout, noise and modules of the user's draw, begun by a seed until this is disposed.
/// Then those of the processor go on as if nothing had been drawn. Those of a GPU cannot be read, and go on from the seed.
/// </summary>
internal sealed class SeededRandomness : IDisposable
{
    private const int SequenceOfSteps = 3;
    private const int SequenceOfSamplers = 4;

    /// <summary>
    /// Kept, as <c>get_rng_state</c> and <c>set_rng_state</c> create one for each call, which the garbage collector may free while libtorch
    /// reads it.
    /// </summary>
    private static readonly Generator OfProcessor = Generator.Default;

    private readonly Tensor outside;

    /// <summary>Begins the random numbers of a seed, on the processor and on a device.</summary>
    public SeededRandomness(long seed, Device device)
    {
        outside = StateOfProcessor();

        // TorchSharp's manual_seed, unlike PyTorch's, is about the processor alone.
        using var generator = manual_seed(seed);
        if (device.type == DeviceType.CUDA)
        {
            using var turn = RecordingGate.Pass();
            cuda.manual_seed(seed);
        }
    }

    /// <summary>The state of the processor's, which belongs to the caller.</summary>
    internal static Tensor StateOfProcessor() => OfProcessor.get_state().DetachFromDisposeScope();

    /// <summary>Goes on with the processor's from a state.</summary>
    internal static void PutBack(Tensor state) => OfProcessor.set_state(state);

    /// <summary>Begins those of a training step, which depend on the seed of the GAN and the number of the step alone.</summary>
    /// <param name="seed">The seed of the GAN.</param>
    /// <param name="step">The steps before this one.</param>
    /// <param name="device">Where the networks are.</param>
    internal static SeededRandomness OfStep(int seed, long step, Device device) =>
        new(Of(seed, SequenceOfSteps, step), device);

    /// <summary>Begins those of a draw from a sampler.</summary>
    /// <param name="seed">The seed of the GAN.</param>
    /// <param name="draw">The draws before this one.</param>
    internal static SeededRandomness OfSampler(int seed, long draw) => new(Of(seed, SequenceOfSamplers, draw), CPU);

    private static long Of(int seed, int sequence, long number)
    {
        unchecked
        {
            var ofSequence = (long)SplitMix64.Of(seed, sequence).NextBits();
            return (long)SplitMix64.Of(ofSequence, number).NextBits();
        }
    }

    /// <summary>Goes on with the random numbers of before.</summary>
    public void Dispose()
    {
        PutBack(outside);
        outside.Dispose();
    }
}
