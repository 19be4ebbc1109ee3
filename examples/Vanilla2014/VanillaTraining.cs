using System.Globalization;
using GanDsl;
using GanDsl.ToyData;

namespace Vanilla2014;

/// <summary>The example itself: data, training, a picture of samples.</summary>
public static class VanillaTraining
{
    private const int SyntheticImages = 8_000;
    private const int ReportEvery = 250;
    private const int GridSide = 10;

    /// <summary>Trains as asked and writes samples.png and losses.csv.</summary>
    /// <exception cref="GanException">The input, the device or the output folder does not allow it.</exception>
    public static void Run(VanillaSettings settings, TextWriter output, bool live)
    {
        using var digits = OpenDigits(settings);
        using var gan = new VanillaGan(
            new VanillaGan.Options
            {
                Device = settings.Device,
                Steps = settings.Steps,
                // An epoch has a step at least, so there are as many steps as asked for; Steps ends them.
                Epochs = settings.Steps,
                Seed = settings.Seed,
            }
        );

        // Nothing is trained yet: Train checks the data now and takes a step whenever the display below asks for one.
        var steps = gan.Train(digits);
        var folder = OutputFolder.Open(settings.Output, "samples.png", "losses.csv");

        PublishedWeights.Set(gan, digits);
        output.WriteLine(
            $"Training on {digits.Description}: {settings.Steps} steps of {gan.Settings.BatchSize} images."
        );
        // The same latents every time, so that the picture shows how the same digits take form.
        using var latents = gan.DrawLatents(GridSide * GridSide);
        using (var losses = new LossLog(folder["losses.csv"]))
            TrainingDisplay.Run(
                steps,
                settings.Steps,
                output,
                live,
                (step, say) =>
                {
                    losses.Add(step);
                    if (step.Number % ReportEvery != 0 && step.Number != settings.Steps)
                        return;
                    say(Line(step, settings.Steps));
                    using var images = gan.Sample(latents);
                    images.SaveGrid(folder["samples.png"], GridSide);
                }
            );
        output.WriteLine($"Wrote samples.png and losses.csv to {settings.Output}.");
    }

    private static Dataset OpenDigits(VanillaSettings settings) =>
        settings.Data is null
            ? new SyntheticDigits(SyntheticImages, settings.Seed, ValueRange.ZeroToOne)
            : IdxImages.Open(settings.Data, ValueRange.ZeroToOne);

    private static string Line(VanillaGan.TrainingStep step, int steps) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"step {step.Number}/{steps}  epoch {step.Epoch}  D {step.DiscriminatorLoss:F3}  G {step.GeneratorLoss:F3}  total {step.TotalLoss:F3}"
        );
}
