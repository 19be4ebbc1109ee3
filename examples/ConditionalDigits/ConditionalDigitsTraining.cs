using System.Globalization;
using GanDsl;
using GanDsl.ToyData;

namespace ConditionalDigits;

/// <summary>The example itself: labelled data, training, a grid whose rows are the classes asked for.</summary>
public static class ConditionalDigitsTraining
{
    private const int Classes = 10;
    private const int Columns = 10;
    private const int JudgedPerClass = 50;

    /// <summary>Trains as asked and writes the grid.</summary>
    /// <exception cref="GanException">The input, the device or the output folder does not allow it.</exception>
    public static void Run(ConditionalDigitsSettings settings, TextWriter output)
    {
        using var digits = Open(settings);
        using var judge = new NearestMean(digits, Classes);
        using var gan = new ConditionalDigitGan(
            new()
            {
                Device = settings.Device,
                Epochs = settings.Epochs,
                Seed = settings.Seed,
            }
        );

        // Nothing is trained yet: Train checks the data now and takes a step whenever the loop below asks for one.
        var steps = gan.Train(digits);
        var path = OutputFile.In(settings.Output, "classes.png");

        var stepsPerEpoch = digits.Count / gan.Settings.BatchSize;
        output.WriteLine(
            $"Training on {digits.Examples.Description}: {settings.Epochs} epochs of {stepsPerEpoch} steps."
        );
        foreach (var step in steps.Where(step => step.Number % stepsPerEpoch == 0))
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"epoch {step.Epoch}: D {step.DiscriminatorLoss:F3}  G {step.GeneratorLoss:F3}  as asked {Share(gan, judge):P1}"
                )
            );

        // Row by row the digits 0 to 9.
        using var labels = ConditionalDigitGan.Labels.EachClass(Columns);
        using var samples = gan.Sample(labels);
        samples.SaveGrid(path, Columns);
        output.WriteLine($"Wrote {path}: a row for each digit.");
    }

    private static LabeledDataset Open(ConditionalDigitsSettings settings)
    {
        if (settings.Data is null)
            return SyntheticDigits.Labeled(settings.Limit, settings.Seed);

        using var all = new LabeledDataset(IdxImages.Open(settings.Data), IdxLabels.Open(settings.Data));
        return all.Take(Math.Min(settings.Limit, all.Count));
    }

    private static double Share(ConditionalDigitGan gan, NearestMean judge)
    {
        using var labels = ConditionalDigitGan.Labels.EachClass(JudgedPerClass);
        using var samples = gan.Sample(labels);
        return judge.Share(samples, labels);
    }
}
