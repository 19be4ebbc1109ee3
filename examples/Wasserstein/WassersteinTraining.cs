using System.Globalization;
using GanDsl;
using GanDsl.ToyData;
using TorchSharp;

namespace Wasserstein;

/// <summary>The example itself: trains on fresh points, shows how many of the 25 Gaussians are found, draws points and curve.</summary>
public static class WassersteinTraining
{
    private const int ReportEvery = 250;
    private const int StepsOfMean = 50;
    private const int Points = 2000;

    /// <summary>Trains as asked and writes points.svg, estimate.csv and estimate.svg.</summary>
    /// <exception cref="GanException">The device or the output folder does not allow it.</exception>
    public static void Run(WassersteinSettings settings, TextWriter output, bool live)
    {
        var grid = GaussianMixture.Grid(side: 5, spacing: 1, standardDeviation: 0.05);
        using var gan = new GridGan(new GridGan.Options { Device = settings.Device, Seed = settings.Seed });
        var folder = OutputFolder.Open(settings.Output, "points.svg", "estimate.csv", "estimate.svg");

        // A source of its own, so that the real points do not depend on what else draws random numbers.
        using var random = new torch.Generator(unchecked((ulong)settings.Seed + 2), torch.CPU);
        output.WriteLine($"Training on {grid.Description}: {settings.Steps} steps.");
        using (var log = new EstimateLog(folder["estimate.csv"]))
        {
            var steps = gan.Train(count => grid.Sample(count, random), settings.Steps);
            TrainingDisplay.Run(
                steps,
                settings.Steps,
                output,
                live,
                (step, say) =>
                {
                    log.Add(step);
                    // Falls evenly to zero, as in the paper: points settle where large steps would keep them moving about.
                    var left = 1 - (double)step.Number / settings.Steps;
                    gan.GeneratorOptimizer.LearningRate = left * gan.Settings.GeneratorLearningRate;
                    gan.DiscriminatorOptimizer.LearningRate = left * gan.Settings.DiscriminatorLearningRate;
                    if (step.Number % ReportEvery == 0)
                        say(Line(step, settings.Steps, Coverage(gan, grid)));
                }
            );
            DrawCurve(folder["estimate.svg"], log.Estimates);
        }

        using var real = grid.Sample(Points, random);
        using var generated = gan.Sample(Points);
        generated.SaveScatter(folder["points.svg"], real, $"{grid.Description}, {settings.Steps} steps");
        output.WriteLine($"Wrote points.svg, estimate.csv and estimate.svg to {settings.Output}.");
        output.WriteLine(grid.Evaluate(generated.Tensor));
    }

    private static string Line(GridGan.TrainingStep step, int steps, MixtureCoverage coverage) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"step {step.Number}/{steps}  Wasserstein {step.WassersteinEstimate:F3}  penalty {step.GradientPenalty:F3}  {coverage}"
        );

    private static MixtureCoverage Coverage(GridGan gan, GaussianMixture grid)
    {
        using var points = gan.Sample(Points);
        return grid.Evaluate(points.Tensor);
    }

    private static void DrawCurve(string path, IReadOnlyList<float> estimates)
    {
        var eachStep = LineSeries.OfSteps("each step", estimates) with { IsFaint = true };
        var means = eachStep.MeansOf($"mean of {StepsOfMean} steps", StepsOfMean);
        LinePlot.Save(path, [eachStep, means], "The critic's estimate of the Wasserstein distance");
    }
}
