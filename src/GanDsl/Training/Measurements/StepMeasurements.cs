using System.ComponentModel;

namespace GanDsl.Training;

/// <summary>Where the numbers of one training step are to be read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepMeasurements
{
    private readonly StepLogPage page;
    private readonly int row;

    /// <summary>Kept from the first look on, so that a display that looks again and again does not keep training from its own log.</summary>
    private volatile float[]? numbers;

    internal StepMeasurements(long number, int epoch, StepLogPage page, int row)
    {
        Number = number;
        Epoch = epoch;
        this.page = page;
        this.row = row;
    }

    internal long Number { get; }

    internal int Epoch { get; }

    internal float Read(int measurement) => (numbers ??= page.Read(row))[measurement];
}
