using System.ComponentModel;

namespace GanDsl.Training;

/// <summary>Where training is: the counts that the next step depends on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TrainingProgress
{
    /// <summary>Whether the next call of <c>Train</c> is the rest of the one that a checkpoint was saved in.</summary>
    private bool nextIsRest;

    /// <summary>Whether the epoch that the call of <c>Train</c> begins is the rest of one.</summary>
    private bool epochIsRest;
    private int trainings;

    /// <summary>The training steps in the life of the GAN.</summary>
    public long Step { get; private set; }

    /// <summary>The last epoch begun in the life of the GAN, from 1; 0 before the first.</summary>
    public int Epoch { get; private set; }

    /// <summary>The examples of that epoch that were trained on.</summary>
    public long ExampleOfEpoch { get; private set; }

    /// <summary>All examples of the data of that epoch; 0 before the first.</summary>
    public int ExamplesOfData { get; private set; }

    /// <summary>The epochs begun by the last call of <c>Train</c>.</summary>
    public int EpochOfTraining { get; private set; }

    /// <summary>The steps taken by the last call of <c>Train</c>.</summary>
    public int StepOfTraining { get; private set; }

    /// <summary>The steps of the discriminator in the life of the GAN.</summary>
    public long DiscriminatorUpdates { get; private set; }

    /// <summary>Begins a call of <c>Train</c>: from nothing, or where the one of a checkpoint was.</summary>
    /// <returns>Which call it is.</returns>
    public int BeginTraining()
    {
        epochIsRest = nextIsRest && EpochOfTraining > 0;
        if (!nextIsRest)
        {
            EpochOfTraining = StepOfTraining = 0;
        }

        return ++trainings;
    }

    /// <summary>Begins the next epoch of a call of <c>Train</c>, or goes on with that of a checkpoint.</summary>
    /// <param name="epochs">The epochs of the call.</param>
    /// <returns>Whether there is one.</returns>
    public bool BeginEpoch(int epochs)
    {
        if (epochIsRest)
        {
            epochIsRest = false;
            return true;
        }

        if (EpochOfTraining >= epochs)
        {
            nextIsRest = false;
            return false;
        }

        EpochOfTraining++;
        Epoch++;
        ExampleOfEpoch = 0;
        return true;
    }

    /// <summary>
    /// Finds the place in the data of the epoch. Data of another size than those of a checkpoint have another order, so the epoch begins
    /// anew.
    /// </summary>
    /// <param name="count">The examples of the data.</param>
    public void FindPlace(int count)
    {
        if (ExamplesOfData != count)
        {
            (ExampleOfEpoch, ExamplesOfData) = (0, count);
        }
    }

    /// <summary>Whether a call of <c>Train</c> may take another step; once it may not, the next call begins anew.</summary>
    /// <param name="training">Which call.</param>
    /// <param name="steps">The steps after which it ends; null for no such end.</param>
    /// <exception cref="InvalidOperationException">Another call has begun since, or a checkpoint was loaded, and has taken over the counts.</exception>
    public bool MayStep(int training, int? steps)
    {
        if (training != trainings)
        {
            throw new InvalidOperationException(
                "This call of Train cannot go on, as another one has begun since on the same GAN, or a checkpoint was loaded; leave the loop before, or "
                    + "create a GAN for each."
            );
        }

        var mayStep = steps is null || StepOfTraining < steps;
        nextIsRest &= mayStep;
        return mayStep;
    }

    /// <summary>Begins anew where the rest would be that of a training on a data set: a sampler has no epochs to go on with.</summary>
    internal void LeaveEpochs()
    {
        if (EpochOfTraining > 0)
        {
            EpochOfTraining = StepOfTraining = 0;
        }
    }

    /// <summary>Counts a step, whoever asked for it.</summary>
    public void CountStep() => Step++;

    /// <summary>Counts a step of a call of <c>Train</c>.</summary>
    /// <param name="examples">The real examples that it took.</param>
    public void CountStepOfTraining(int examples)
    {
        nextIsRest = false;
        ExampleOfEpoch += examples;
        StepOfTraining++;
    }

    /// <summary>Counts steps of the discriminator.</summary>
    public void CountDiscriminatorUpdates(int updates) => DiscriminatorUpdates += updates;

    /// <summary>Which lazy penalties are due in which of the next steps of the discriminator: 1 or 0 for each, step by step.</summary>
    /// <param name="updates">The steps.</param>
    /// <param name="every">For each penalty, that it is due in every so many steps.</param>
    public string DuePenalties(int updates, params int[] every) =>
        string.Concat(
            Enumerable
                .Range(0, updates)
                .SelectMany(update => every.Select(period => (DiscriminatorUpdates + update) % period == 0 ? '1' : '0'))
        );

    /// <summary>
    /// Goes on where another one was: the next call of <c>Train</c> is the rest of the last one there, no steps where that had come to its end.
    /// </summary>
    internal void GoOnFrom(ProgressRecord saved)
    {
        Step = saved.Step;
        Epoch = saved.Epoch;
        ExampleOfEpoch = saved.ExampleOfEpoch;
        ExamplesOfData = saved.ExamplesOfData;
        EpochOfTraining = saved.EpochOfTraining;
        StepOfTraining = saved.StepOfTraining;
        DiscriminatorUpdates = saved.DiscriminatorUpdates;
        nextIsRest = true;

        // A call that is under way would go on in the order of another epoch.
        trainings++;
    }
}
