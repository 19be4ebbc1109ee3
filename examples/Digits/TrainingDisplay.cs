using System.Diagnostics;
using System.Globalization;

namespace Digits;

/// <summary>Shows how training goes: as a progress bar to a person at a terminal, as lines to a file or a pipe.</summary>
public abstract class TrainingDisplay(TrainingPlan plan)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <summary>The training that is shown.</summary>
    protected TrainingPlan Plan => plan;

    /// <summary>Does work with a display of the fitting kind.</summary>
    public static void Show(TrainingPlan plan, TextWriter output, bool live, Action<TrainingDisplay> work)
    {
        if (live)
            LiveDisplay.Show(plan, work);
        else
            work(new LineDisplay(plan, output));
    }

    /// <summary>Shows a step that is done.</summary>
    public abstract void Report(DigitGan.TrainingStep step);

    /// <summary>Shows a message.</summary>
    public abstract void Say(string message);

    /// <summary>The losses and the speed, in words.</summary>
    protected string Numbers(DigitGan.TrainingStep step)
    {
        var stepsPerSecond = step.Number / watch.Elapsed.TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"D {step.DiscriminatorLoss:F3}  G {step.GeneratorLoss:F3}  total {step.TotalLoss:F3}  {stepsPerSecond:F1} steps/s  {stepsPerSecond * plan.BatchSize:F0} images/s"
        );
    }

    /// <summary>The time left at the speed so far.</summary>
    protected TimeSpan TimeLeft(DigitGan.TrainingStep step) => watch.Elapsed * ((double)plan.Steps / step.Number - 1);
}
