using System.Diagnostics;
using System.Globalization;
using GanDsl.Training;

namespace GanDsl.CommandLine;

/// <summary>Shows how training goes: as a progress bar to a person at a terminal, as lines to a file or a pipe.</summary>
internal abstract class TrainingDisplay(TrainingPlan plan)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <summary>The training that is shown.</summary>
    protected TrainingPlan Plan => plan;

    /// <summary>Does work with a display of the fitting kind.</summary>
    public static void Show(TrainingPlan plan, Action<TrainingDisplay> work)
    {
        if (Console.IsOutputRedirected)
        {
            work(new LineDisplay(plan));
        }
        else
        {
            LiveDisplay.ShowBar(plan, work);
        }
    }

    /// <summary>Shows a step that is done.</summary>
    /// <param name="step">The step.</param>
    /// <param name="isDue">Whether the program asked for a report of this step.</param>
    /// <param name="judgement">What the program says of what was learned; null where it says nothing.</param>
    public abstract void Report(StepRecord step, bool isDue, string? judgement);

    /// <summary>Shows where the last picture is.</summary>
    public abstract void ShowPicture(string path);

    /// <summary>Shows a message.</summary>
    public abstract void Say(string message);

    /// <summary>The losses and the first number that the GAN derives of them, in words.</summary>
    protected static string Losses(StepRecord step)
    {
        var derived = string.Concat(
            step.Measurements.Skip(StepRecord.CommonMeasurements)
                .Take(1)
                .Select(each => $"  {PropertyName.InWords(each.Name, ' ')} {NumberOrDash(each.Value)}")
        );
        return $"D {Number(step.DiscriminatorLoss)}  G {Number(step.GeneratorLoss)}{derived}";
    }

    /// <summary>The speed, in words.</summary>
    protected string Speed(StepRecord step)
    {
        var stepsPerSecond = (step.Number - plan.StepsBefore) / watch.Elapsed.TotalSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{stepsPerSecond:F1} steps/s  {stepsPerSecond * plan.ExamplesPerStep:F0} examples/s"
        );
    }

    /// <summary>The time left at the speed so far.</summary>
    protected TimeSpan TimeLeft(StepRecord step) =>
        watch.Elapsed * (plan.Steps - step.Number) / (step.Number - plan.StepsBefore);

    /// <summary>Which epoch of how many; null where there are none.</summary>
    protected string? Epoch(StepRecord step) => plan.EpochCount is { } epochs ? $"epoch {step.Epoch}/{epochs}" : null;

    /// <summary>Which step of how many.</summary>
    protected string Place(StepRecord step) =>
        (Epoch(step) is { } epoch ? epoch + "  " : "") + $"step {step.Number}/{plan.Steps}";

    /// <summary>What was not measured at this step, as lazy penalties are not, is a dash.</summary>
    private static string NumberOrDash(float value) => float.IsNaN(value) ? "–" : Number(value);

    private static string Number(float value) =>
        value.ToString(Math.Abs(value) < 1e6 ? "F3" : "E3", CultureInfo.InvariantCulture);
}
