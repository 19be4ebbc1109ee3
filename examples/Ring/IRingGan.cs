using GanDsl;
using static TorchSharp.torch;

namespace Ring;

/// <summary>
/// What the example needs of either GAN. Generated types are typed by model on purpose; an interface of one's own is the way to
/// write code for several models.
/// </summary>
public interface IRingGan : IDisposable
{
    /// <summary>Trains while the result is enumerated.</summary>
    /// <param name="sampler">Answers that many real points [N, 2].</param>
    /// <param name="steps">The number of training steps.</param>
    /// <param name="reportEvery">Reports one of so many steps: reading losses waits for the device.</param>
    IEnumerable<RingStep> Train(Func<int, Tensor> sampler, int steps, int reportEvery);

    /// <summary>Generates points [N, 2].</summary>
    PointBatch Sample(int count);
}
