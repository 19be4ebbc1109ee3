namespace Digits;

/// <summary>How much work a training is.</summary>
/// <param name="Epochs">How often it goes through the images.</param>
/// <param name="StepsPerEpoch">Minibatches that the images fill.</param>
/// <param name="BatchSize">Images of a minibatch.</param>
public sealed record TrainingPlan(int Epochs, int StepsPerEpoch, int BatchSize)
{
    /// <summary>The steps of the whole training.</summary>
    public long Steps => (long)Epochs * StepsPerEpoch;
}
