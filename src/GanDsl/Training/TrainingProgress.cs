using System.ComponentModel;

namespace GanDsl.Training;

/// <summary>Where training is: the counts that the next step depends on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TrainingProgress
{
    private bool goesOn;

    /// <summary>The training steps in the life of the GAN.</summary>
    public long Step { get; private set; }

    /// <summary>The last epoch begun in the life of the GAN, from 1; 0 before the first.</summary>
    public int Epoch { get; private set; }

    /// <summary>The steps taken in that epoch.</summary>
    public int StepOfEpoch { get; private set; }

    /// <summary>The epochs begun by the last call of <c>Train</c>.</summary>
    public int EpochOfTraining { get; private set; }

    /// <summary>The steps taken by the last call of <c>Train</c>.</summary>
    public int StepOfTraining { get; private set; }

    /// <summary>The steps of the discriminator in the life of the GAN.</summary>
    public long DiscriminatorUpdates { get; private set; }

    /// <summary>Begins a call of <c>Train</c>: from nothing, or where the one of a checkpoint was.</summary>
    public void BeginTraining()
    {
        if (!goesOn)
        {
            EpochOfTraining = StepOfTraining = 0;
        }
    }

    /// <summary>Begins the next epoch of a call of <c>Train</c>, or goes on with that of a checkpoint.</summary>
    /// <param name="epochs">The epochs of the call.</param>
    /// <returns>Whether there is one.</returns>
    public bool BeginEpoch(int epochs)
    {
        if (goesOn && EpochOfTraining > 0)
        {
            goesOn = false;
            return true;
        }

        goesOn = false;
        if (EpochOfTraining >= epochs)
        {
            return false;
        }

        EpochOfTraining++;
        Epoch++;
        StepOfEpoch = 0;
        return true;
    }

    /// <summary>Whether a call of <c>Train</c> may take another step.</summary>
    /// <param name="steps">The steps after which it ends; null for no such end.</param>
    public bool MayStep(int? steps) => steps is null || StepOfTraining < steps;

    /// <summary>Counts a step, whoever asked for it.</summary>
    public void CountStep() => Step++;

    /// <summary>Counts a step of a call of <c>Train</c>.</summary>
    public void CountStepOfTraining()
    {
        goesOn = false;
        StepOfEpoch++;
        StepOfTraining++;
    }

    /// <summary>Counts a step of the discriminator.</summary>
    public void CountDiscriminatorUpdate() => DiscriminatorUpdates++;

    /// <summary>Goes on where another one was: the next call of <c>Train</c> is the rest of the one that was under way there.</summary>
    internal void GoOnFrom(ProgressRecord saved)
    {
        Step = saved.Step;
        Epoch = saved.Epoch;
        StepOfEpoch = saved.StepOfEpoch;
        EpochOfTraining = saved.EpochOfTraining;
        StepOfTraining = saved.StepOfTraining;
        DiscriminatorUpdates = saved.DiscriminatorUpdates;
        goesOn = true;
    }
}
