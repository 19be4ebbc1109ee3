using System.Globalization;

namespace Wasserstein;

/// <summary>Writes the Wasserstein estimate of every training step as comma-separated values, and keeps it for the curve.</summary>
public sealed class EstimateLog : IDisposable
{
    // Reading a number waits for the device, and after some steps all of them are in memory anyway.
    private const int RowsAtOnce = 64;

    private readonly List<GridGan.TrainingStep> waiting = new(RowsAtOnce);
    private readonly List<float> estimates = [];
    private readonly StreamWriter writer;

    /// <summary>Starts a new file; one that is there is replaced.</summary>
    public EstimateLog(string path)
    {
        writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("step,wasserstein_estimate,gradient_penalty,generator_loss");
    }

    /// <summary>The estimates of the steps so far.</summary>
    public IReadOnlyList<float> Estimates
    {
        get
        {
            Flush();
            return estimates;
        }
    }

    /// <summary>Adds the row of a step.</summary>
    public void Add(GridGan.TrainingStep step)
    {
        waiting.Add(step);
        if (waiting.Count == RowsAtOnce)
            Flush();
    }

    /// <summary>Writes what waits and closes the file.</summary>
    public void Dispose()
    {
        Flush();
        writer.Dispose();
    }

    private void Flush()
    {
        foreach (var step in waiting)
        {
            estimates.Add(step.WassersteinEstimate);
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{step.Number},{step.WassersteinEstimate},{step.GradientPenalty},{step.GeneratorLoss}"
                )
            );
        }

        waiting.Clear();
        writer.Flush();
    }
}
