using GanDsl.Training;

namespace GanDsl.CommandLine;

/// <summary>A line for each report that is due, and at the end of each epoch.</summary>
internal sealed class LineDisplay(TrainingPlan plan) : TrainingDisplay(plan)
{
    /// <inheritdoc/>
    public override void Report(StepRecord step, bool isDue, string? judgement)
    {
        if (isDue)
        {
            var judged = judgement is null ? "" : $"  {judgement}";
            Say($"{Place(step)}  {Losses(step)}  {Speed(step)}  {TimeLeft(step):hh\\:mm\\:ss} left{judged}");
        }
    }

    /// <inheritdoc/>
    public override void ShowPicture(string path) { }

    /// <inheritdoc/>
    public override void Say(string message) => Console.WriteLine(message);
}
