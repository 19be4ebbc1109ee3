namespace GanDsl;

/// <summary>
/// A schedule of the learning rate: a factor of the option at each training step. On the GAN it holds for both networks, on a network for that
/// one, in the place of the GAN's. Several are multiplied, such as <c>[WarmUp(500), CosineDecay(20_000)]</c>.
/// </summary>
public abstract class ScheduleAttribute : TrainingAttribute
{
    private protected ScheduleAttribute() { }

    internal override bool IsPerNetwork => true;

    /// <summary>The expression for the factor.</summary>
    /// <param name="step">The expression for the training steps before this one.</param>
    internal abstract string Factor(string step);
}
