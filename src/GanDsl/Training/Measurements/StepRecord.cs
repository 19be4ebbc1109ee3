namespace GanDsl.Training;

/// <summary>
/// What every training step measures, on the minibatches that it used; a GAN's generated <c>TrainingStep</c> states the formulas of its
/// loss and adds what that defines.
/// </summary>
/// <remarks>
/// Numbers are fetched from the device when first read, so a step that nobody looks at costs no wait. Any thread may read them at any
/// time: while training goes on, and after the GAN is disposed.
/// </remarks>
public abstract class StepRecord
{
    /// <summary>How many of <see cref="Measurements"/> are those that every step measures, which come first: both losses and both scores.</summary>
    internal const int CommonMeasurements = 4;

    private readonly StepMeasurements measurements;

    /// <summary>Creates the record of a step.</summary>
    protected StepRecord(StepMeasurements measurements) => this.measurements = measurements;

    /// <summary>The number of the step in the life of the GAN, from 1.</summary>
    public long Number => measurements.Number;

    /// <summary>The last epoch begun in the life of the GAN, from 1; 0 where none was begun before this step.</summary>
    public int Epoch => measurements.Epoch;

    /// <summary>D's loss before its last update.</summary>
    public float DiscriminatorLoss => Measured(0);

    /// <summary>G's loss before its update.</summary>
    public float GeneratorLoss => Measured(1);

    /// <summary>The mean score of real examples before D's last update.</summary>
    public float RealScore => Measured(2);

    /// <summary>The mean score of generated examples before D's last update.</summary>
    public float FakeScore => Measured(3);

    /// <summary>All numbers by the names of their properties, always in the same order.</summary>
    public abstract IReadOnlyList<Measurement> Measurements { get; }

    /// <summary>What was computed at this step: without the numbers that are NaN because they are computed now and then, as lazy penalties are.</summary>
    internal IEnumerable<Measurement> ComputedMeasurements =>
        Measurements.Where((each, index) => index < CommonMeasurements || !float.IsNaN(each.Value));

    /// <summary>The number of the step and all that it measured, such as "step 12: DiscriminatorLoss 1.386, GeneratorLoss 0.693, …".</summary>
    public override string ToString()
    {
        var numbers = Measurements.Select(each => FormattableString.Invariant($"{each.Name} {each.Value:G4}"));
        return $"step {Number}: {string.Join(", ", numbers)}";
    }

    /// <summary>Reads a number, from the device if it is still there.</summary>
    protected float Measured(int measurement) => measurements.Read(measurement);
}
