using Digits;
using GanDsl.CommandLine;
using Spectre.Console;

namespace GanDsl.Examples.Tests;

/// <summary>What somebody at a terminal sees of a training; the other tests read what a pipe is given.</summary>
public sealed class LiveDisplayTests
{
    [Fact]
    public void The_bar_names_the_epoch_and_the_losses()
    {
        using var gan = new DigitGan(new() { BatchSize = 4, Epochs = 2 });
        using var data = new SyntheticDigits(8, seed: 1);
        var plan = TrainingPlan.Of(data, gan);
        var written = new StringWriter();
        var usual = AnsiConsole.Console;
        AnsiConsole.Console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(written),
            }
        );
        try
        {
            GanDsl.CommandLine.LiveDisplay.ShowBar(
                plan,
                display =>
                {
                    foreach (var step in gan.Train(data))
                    {
                        display.Report(step, isDue: false, judgement: null);
                    }
                }
            );
        }
        finally
        {
            AnsiConsole.Console = usual;
        }

        Assert.Contains("epoch 2/2", $"{written}", StringComparison.Ordinal);
        Assert.Contains("total loss", $"{written}", StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(GanDsl), $"{written}", StringComparison.Ordinal);
    }
}
