using System.Globalization;

namespace Vanilla2014;

/// <summary>Writes the losses of every training step as comma-separated values, as training goes.</summary>
public sealed class LossLog : IDisposable
{
    private const string Header = "step,epoch,discriminator_loss,generator_loss,total_loss,value,real_score,fake_score";

    // Reading a loss waits for the device, and after some steps all of them are in memory anyway.
    private const int RowsAtOnce = 64;

    private readonly List<VanillaGan.TrainingStep> waiting = new(RowsAtOnce);
    private readonly StreamWriter writer;

    /// <summary>Starts a new file; one that is there is replaced.</summary>
    public LossLog(string path)
    {
        writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine(Header);
    }

    /// <summary>Adds the row of a step.</summary>
    public void Add(VanillaGan.TrainingStep step)
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
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{step.Number},{step.Epoch},{step.DiscriminatorLoss},{step.GeneratorLoss},{step.TotalLoss},{step.Value},{step.RealScore},{step.FakeScore}"
                )
            );
        waiting.Clear();
        writer.Flush();
    }
}
