using GanDsl.Training;

namespace GanDsl;

/// <summary>A monitor, what follows from its sentences, and whether what it said is still the case.</summary>
internal sealed class WatchedCondition(TrainingMonitor monitor, Action<MonitorWarning> action)
{
    private bool holds;

    public TrainingMonitor Monitor => monitor;

    /// <summary>Lets the monitor look.</summary>
    /// <returns>What it newly noticed; null where there is nothing, or it is known.</returns>
    public MonitorWarning? Look(IGan gan, IReadOnlyList<StepRecord> steps)
    {
        var message = monitor.Look(gan, steps);
        var isNew = message is not null && !holds;
        holds = message is not null;
        if (!isNew)
        {
            return null;
        }

        var warning = new MonitorWarning(steps[^1].Number, monitor.Name, message!);
        action(warning);
        return warning;
    }
}
