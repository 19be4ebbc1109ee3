using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// The monitors of one training. Each is asked once in so many steps, and says what it noticed once, until that is no longer the case.
/// </summary>
/// <remarks>
/// <code>
/// var monitors = TrainingMonitors.Default(real).StopWhen(new CannotTell());
/// foreach (var step in gan.Train(data))
/// {
///     foreach (var warning in monitors.Watch(gan, step))
///         Console.WriteLine(warning);
///     if (monitors.StopReason is not null)
///         break;
/// }
/// </code>
/// Between looks a step is only kept, so that training does not wait for the numbers of each. What is trained has the same bits with
/// monitors and without.
/// </remarks>
public sealed class TrainingMonitors
{
    private const int UsuallyEvery = 50;

    private readonly List<WatchedCondition> conditions = [];
    private readonly List<StepRecord> waiting = [];
    private readonly int every = UsuallyEvery;

    /// <summary>Monitors look after each step whose number is a multiple of this; at least 1. Default: 50.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int Every
    {
        get => every;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Every));
            every = value;
        }
    }

    /// <summary>The first warning that asks to stop; null as long as none does.</summary>
    public MonitorWarning? StopReason { get; private set; }

    /// <summary>The monitor that gave it.</summary>
    internal TrainingMonitor? StoppedBy { get; private set; }

    /// <summary>The monitors, in the order in which they look.</summary>
    public IReadOnlyList<TrainingMonitor> Monitors => [.. conditions.Select(condition => condition.Monitor)];

    /// <summary>
    /// <see cref="NotFinite"/>, which stops; <see cref="UnusedRange"/>, <see cref="DiscriminatorWon"/>, <see cref="GeneratorStarved"/> and
    /// <see cref="ModeCollapse"/>, which warn.
    /// </summary>
    /// <param name="real">
    /// Real examples [N, …] for <see cref="UnusedRange"/> and <see cref="ModeCollapse"/>, at least 2; they still belong to the caller. Null for
    /// none: these two then notice nothing until they are given some.
    /// </param>
    /// <param name="every">See <see cref="Every"/>.</param>
    /// <exception cref="ArgumentException">There are fewer than 2 examples.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is below 1.</exception>
    public static TrainingMonitors Default(Tensor? real = null, int every = UsuallyEvery) =>
        new TrainingMonitors { Every = every }
            .StopWhen(new NotFinite())
            .Warn(new UnusedRange(real))
            .Warn(new DiscriminatorWon())
            .Warn(new GeneratorStarved())
            .Warn(new ModeCollapse(real));

    /// <summary>Adds a monitor whose sentences are warnings.</summary>
    public TrainingMonitors Warn(TrainingMonitor monitor) => Add(monitor, _ => { });

    /// <summary>Adds a monitor whose first sentence asks to stop: it becomes the <see cref="StopReason"/>.</summary>
    public TrainingMonitors StopWhen(TrainingMonitor monitor) => Add(monitor, warning => Stop(monitor, warning));

    /// <summary>Adds a monitor whose sentences are warnings that call code of yours, such as a change of a learning rate.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="action">Called between two steps, once until the condition clears.</param>
    public TrainingMonitors Call(TrainingMonitor monitor, Action<MonitorWarning> action) => Add(monitor, action);

    /// <summary>Takes a step; after one whose number is a multiple of <see cref="Every"/>, all monitors look.</summary>
    /// <param name="gan">The GAN that was trained.</param>
    /// <param name="step">The step.</param>
    /// <returns>What is newly noticed; usually nothing.</returns>
    public IReadOnlyList<MonitorWarning> Watch(IGan gan, StepRecord step)
    {
        ArgumentNullException.ThrowIfNull(gan);
        ArgumentNullException.ThrowIfNull(step);
        waiting.Add(step);
        return step.Number % Every == 0 ? Look(gan) : [];
    }

    /// <summary>Lets all monitors look at the steps since the last look, as at the end of a training; without such steps they do not.</summary>
    /// <param name="gan">The GAN that was trained.</param>
    /// <returns>What is newly noticed.</returns>
    public IReadOnlyList<MonitorWarning> Look(IGan gan)
    {
        ArgumentNullException.ThrowIfNull(gan);
        if (waiting.Count == 0)
        {
            return [];
        }

        StepRecord[] steps = [.. waiting];
        waiting.Clear();
        return [.. conditions.Select(condition => condition.Look(gan, steps)).OfType<MonitorWarning>()];
    }

    private void Stop(TrainingMonitor monitor, MonitorWarning warning)
    {
        if (StopReason is null)
        {
            (StoppedBy, StopReason) = (monitor, warning);
        }
    }

    private TrainingMonitors Add(TrainingMonitor monitor, Action<MonitorWarning> action)
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(action);
        conditions.Add(new WatchedCondition(monitor, action));
        return this;
    }
}
