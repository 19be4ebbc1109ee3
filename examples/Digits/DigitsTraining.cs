using GanDsl;
using GanDsl.ToyData;
using TorchSharp;

namespace Digits;

/// <summary>The example itself: data, training, pictures.</summary>
public static class DigitsTraining
{
    private const int SyntheticImages = 8_000;
    private const int GridSide = 8;
    private const int FinalSamples = 1000;

    /// <summary>Trains as asked and writes pictures, losses, samples and weights.</summary>
    /// <exception cref="GanException">The input, the device or the output folder does not allow it.</exception>
    public static void Run(DigitsSettings settings, TextWriter output, bool live, CancellationToken cancellationToken)
    {
        // Left to itself, libtorch takes physical cores only; a convolution gains from every processor there is.
        torch.set_num_threads(settings.Threads);
        using var digits = OpenDigits(settings);
        using var gan = new DigitGan(
            new DigitGan.Options
            {
                Device = settings.Device,
                BatchSize = settings.BatchSize,
                Epochs = settings.Epochs,
                Seed = settings.Seed,
            }
        );

        // Nothing is trained yet: Train checks the data now and takes a step whenever the loop below asks for one.
        var steps = gan.Train(digits, cancellationToken: cancellationToken);
        var folder = OutputFolder.Open(
            settings.Output,
            "losses.csv",
            "samples.npy",
            "generator.weights",
            "discriminator.weights"
        );

        var plan = new TrainingPlan(settings.Epochs, digits.Count / settings.BatchSize, settings.BatchSize);
        output.WriteLine(
            $"Training on {digits.Description}: {plan.Epochs} epochs of {plan.StepsPerEpoch} steps on {settings.BatchSize} images, {settings.Threads} threads."
        );
        TrainingDisplay.Show(
            plan,
            output,
            live,
            display =>
            {
                Train(gan, steps, plan, folder, display, cancellationToken);
                Save(gan, folder);
            }
        );
        output.WriteLine($"Wrote pictures, losses, samples and weights to {settings.Output}.");
    }

    private static Dataset OpenDigits(DigitsSettings settings)
    {
        if (settings.Data is null)
            return new SyntheticDigits(settings.Limit ?? SyntheticImages, settings.Seed);

        var images = IdxImages.Open(settings.Data);
        return settings.Limit is { } limit ? images.Take(limit) : images;
    }

    private static void Train(
        DigitGan gan,
        IEnumerable<DigitGan.TrainingStep> steps,
        TrainingPlan plan,
        OutputFolder folder,
        TrainingDisplay display,
        CancellationToken cancellationToken
    )
    {
        using var losses = new LossLog(folder["losses.csv"]);
        // The same latents every time, so that the pictures show how the same digits take form.
        using var latents = gan.DrawLatents(GridSide * GridSide);
        try
        {
            foreach (var step in steps)
            {
                losses.Add(step);
                display.Report(step);
                if (step.Number % plan.StepsPerEpoch == 0)
                {
                    using var images = gan.Sample(latents);
                    images.SaveGrid(folder[$"samples-{step.Epoch}.png"], GridSide);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            display.Say("Interrupted: saving what was learned so far.");
        }
    }

    private static void Save(DigitGan gan, OutputFolder folder)
    {
        using var samples = gan.Sample(FinalSamples);
        samples.SaveNpy(folder["samples.npy"]);
        gan.G.save(folder["generator.weights"]);
        gan.D.save(folder["discriminator.weights"]);
    }
}
