using System.Diagnostics;
using Spectre.Console;

namespace Digits;

/// <summary>A progress bar with the time left, and below it the losses and the speed.</summary>
public sealed class LiveDisplay : TrainingDisplay
{
    // Reading a loss waits for the device; a person does not read faster than this.
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(200);

    private readonly ProgressTask bar;
    private readonly Stopwatch sinceRefresh = Stopwatch.StartNew();
    private string numbers = "";

    private LiveDisplay(TrainingPlan plan, ProgressTask bar)
        : base(plan) => this.bar = bar;

    /// <summary>Does work while the bar is on the screen.</summary>
    public static void Show(TrainingPlan plan, Action<TrainingDisplay> work)
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
            .UseRenderHook((bars, _) => new Rows(bars, new Text(display?.numbers ?? "")))
            .Start(context =>
            {
                display = new LiveDisplay(plan, context.AddTask($"epoch 1/{plan.Epochs}", maxValue: plan.Steps));
                work(display);
            });
    }

    /// <inheritdoc/>
    public override void Report(DigitGan.TrainingStep step)
    {
        if (sinceRefresh.Elapsed < RefreshInterval && step.Number < Plan.Steps)
            return;

        numbers = Numbers(step);
        bar.Description = $"epoch {step.Epoch}/{Plan.Epochs}";
        bar.Value = step.Number;
        sinceRefresh.Restart();
    }

    /// <inheritdoc/>
    public override void Say(string message) => AnsiConsole.MarkupLineInterpolated($"{message}");
}
