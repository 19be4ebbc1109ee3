using System.Diagnostics;
using GanDsl.Training;
using Spectre.Console;

namespace GanDsl.CommandLine;

/// <summary>A progress bar with the time left, and below it the losses, the speed and the last picture.</summary>
internal sealed class LiveDisplay : TrainingDisplay
{
    // Reading a loss waits for the device; a person does not read faster than this.
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(200);

    private readonly ProgressTask bar;
    private readonly Stopwatch sinceRefresh = Stopwatch.StartNew();
    private string numbers = "";
    private string picture = "";

    private LiveDisplay(TrainingPlan plan, ProgressTask bar)
        : base(plan) => this.bar = bar;

    /// <summary>Does work while the bar is on the screen.</summary>
    public static void ShowBar(TrainingPlan plan, Action<TrainingDisplay> work)
    {
        LiveDisplay? display = null;
        AnsiConsole
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .UseRenderHook((bars, _) => new Rows(bars, new Text($"{display?.numbers}{display?.picture}")))
            .Start(context =>
            {
                display = new LiveDisplay(plan, context.AddTask("training", maxValue: plan.Steps));
                work(display);
            });
    }

    /// <inheritdoc/>
    public override void Report(StepRecord step, bool isDue, string? judgement)
    {
        if (judgement is not null)
        {
            Say($"{Place(step)}  {Losses(step)}  {judgement}");
        }

        if (sinceRefresh.Elapsed >= RefreshInterval || step.Number == Plan.Steps)
        {
            numbers = $"{Losses(step)}  {Speed(step)}";
            bar.Description = Epoch(step) ?? "training";
            bar.Value = step.Number;
            sinceRefresh.Restart();
        }
    }

    /// <inheritdoc/>
    public override void ShowPicture(string path) => picture = $"\n{path}";

    /// <inheritdoc/>
    public override void Say(string message) => AnsiConsole.MarkupLineInterpolated($"{message}");
}
