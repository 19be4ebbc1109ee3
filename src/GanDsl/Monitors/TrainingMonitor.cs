using GanDsl.Training;

namespace GanDsl;

/// <summary>
/// Looks at a training now and then for something that goes wrong, or for a reason to stop. <see cref="TrainingMonitors"/> decides when it
/// looks and what follows.
/// </summary>
/// <remarks>One monitor watches one training: it remembers what it saw. It changes nothing that training depends on.</remarks>
public abstract class TrainingMonitor
{
    /// <summary>What it is called in warnings. Default: the name of its class.</summary>
    public virtual string Name => GetType().Name;

    /// <summary>Looks at the steps since the last look. Called between two steps.</summary>
    /// <param name="gan">The GAN, after the last of the steps.</param>
    /// <param name="steps">The steps since the last look in their order, at least one; reading a number can wait for the device.</param>
    /// <returns>A sentence that says what is the case now; null where nothing is.</returns>
    public abstract string? Look(IGan gan, IReadOnlyList<StepRecord> steps);
}
