using System.Globalization;
using GanDsl;
using GanDsl.ToyData;
using GanDsl.Training;
using TorchSharp;

namespace Ring;

/// <summary>The example itself: trains on fresh points, shows how many of the eight Gaussians are found, draws the result.</summary>
public static class RingTraining
{
    private const int ReportEvery = 1000;
    private const int Points = 2500;

    /// <summary>Trains as asked and writes points.svg.</summary>
    /// <exception cref="GanException">The device or the output folder does not allow it.</exception>
    public static void Run(RingSettings settings, TextWriter output)
    {
        var ring = GaussianMixture.Ring(modes: 8, radius: 2, standardDeviation: 0.1);
        using var gan = Create(settings);
        var drawing = OutputFile.In(settings.Output, "points.svg");

        // A source of its own, so that the real points do not depend on what else draws random numbers.
        using var random = new torch.Generator(unchecked((ulong)settings.Seed + 2), torch.CPU);
        foreach (var step in gan.Train(count => new Minibatch(ring.Sample(count, random)), settings.Steps))
            if (step.Number % ReportEvery == 0) // reading losses waits for the device
                output.WriteLine($"step {step.Number}/{settings.Steps}  {Losses(step)}  {Coverage(gan, ring)}");

        using var real = ring.Sample(Points, random);
        using var generated = gan.Sample(Points);
        generated.SaveScatter(drawing, real, $"{ring.Description}, {settings.Steps} steps");
        output.WriteLine($"Wrote {drawing}.");
        output.WriteLine(ring.Evaluate(generated.Tensor));
    }

    private static IGan<PointBatch> Create(RingSettings settings) =>
        settings.Loss switch
        {
            GanLoss.Saturating => new SaturatingRingGan(
                new SaturatingRingGan.Options { Device = settings.Device, Seed = settings.Seed }
            ),
            _ => new RingGan(new RingGan.Options { Device = settings.Device, Seed = settings.Seed }),
        };

    private static string Losses(StepRecord step)
    {
        // Both losses define it: discriminator loss + non-saturating generator loss; 3 log 2 = 2.079 where D cannot tell.
        var total = step.Measurements.Single(measurement => measurement.Name == "TotalLoss").Value;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"D {step.DiscriminatorLoss:F3}  G {step.GeneratorLoss:F3}  total {total:F3}"
        );
    }

    private static MixtureCoverage Coverage(IGan<PointBatch> gan, GaussianMixture ring)
    {
        using var points = gan.Sample(Points);
        return ring.Evaluate(points.Tensor);
    }
}
