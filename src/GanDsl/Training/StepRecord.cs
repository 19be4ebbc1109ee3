namespace GanDsl.Training;

/// <summary>What every training step has in common; a GAN's generated <c>TrainingStep</c> adds what its losses measure.</summary>
/// <remarks>Any thread may read its numbers at any time: while training goes on, and after the GAN is disposed.</remarks>
public abstract class StepRecord
{
    private readonly StepMeasurements measurements;

    /// <summary>Creates the record of a step.</summary>
    protected StepRecord(StepMeasurements measurements) => this.measurements = measurements;

    /// <summary>The number of the step in the life of the GAN, from 1.</summary>
    public long Number => measurements.Number;

    /// <summary>The last epoch begun in the life of the GAN, from 1; 0 where none was begun before this step.</summary>
    public int Epoch => measurements.Epoch;

    /// <summary>Reads a number, from the device if it is still there.</summary>
    protected float Measured(int measurement) => measurements.Read(measurement);
}
