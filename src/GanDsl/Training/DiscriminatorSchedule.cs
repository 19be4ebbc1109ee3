namespace GanDsl.Training;

/// <summary>k over time: the discriminator steps of each training step.</summary>
/// <param name="Usual">k of most training steps.</param>
public readonly record struct DiscriminatorSchedule(int Usual)
{
    /// <summary>k of the others; 0 where there are none.</summary>
    public int Other { get; init; }

    /// <summary>How many training steps from the first one on are others.</summary>
    public int First { get; init; }

    /// <summary>After how many training steps one of the others comes again; 0 for never.</summary>
    public int Every { get; init; }

    /// <summary>Whether k is the same in all training steps.</summary>
    public bool IsConstant => Other == 0 || Other == Usual;

    /// <summary>The largest k.</summary>
    public int Most => Math.Max(Usual, Other);

    /// <summary>The same k in all training steps.</summary>
    public static implicit operator DiscriminatorSchedule(int steps) => new(steps);

    /// <summary>k of a training step.</summary>
    /// <param name="step">The number of the step, from 0.</param>
    public int At(long step) => Other > 0 && (step < First || (Every > 0 && step % Every == 0)) ? Other : Usual;

    /// <summary>The discriminator steps of all training steps before one.</summary>
    /// <param name="step">The number of that one, from 0.</param>
    public long StepsBefore(long step)
    {
        // Step 0 is one that comes again.
        var first = Every > 0 ? Math.Max(First, 1) : First;
        var others = Math.Min(first, step);
        if (Every > 0 && step > first)
        {
            others += ((step - 1) / Every) - ((first - 1) / Every);
        }

        return (Usual * step) + (Other > 0 ? (Other - Usual) * others : 0);
    }
}
