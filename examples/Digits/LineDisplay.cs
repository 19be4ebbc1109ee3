namespace Digits;

/// <summary>A line every so many steps and at the end of each epoch.</summary>
public sealed class LineDisplay(TrainingPlan plan, TextWriter output) : TrainingDisplay(plan)
{
    private const int StepsPerLine = 50;

    /// <inheritdoc/>
    public override void Report(DigitGan.TrainingStep step)
    {
        if (step.Number % StepsPerLine == 0 || step.Number % Plan.StepsPerEpoch == 0)
            output.WriteLine(
                $"epoch {step.Epoch}/{Plan.Epochs}  step {step.Number}/{Plan.Steps}  {Numbers(step)}  {TimeLeft(step):hh\\:mm\\:ss} left"
            );
    }

    /// <inheritdoc/>
    public override void Say(string message) => output.WriteLine(message);
}
