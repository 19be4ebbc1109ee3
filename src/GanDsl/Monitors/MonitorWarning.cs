using System.Globalization;

namespace GanDsl;

/// <summary>What a monitor noticed.</summary>
/// <param name="Step">The number of the step after which it looked, from 1.</param>
/// <param name="Monitor">The name of the monitor.</param>
/// <param name="Message">A sentence.</param>
public sealed record MonitorWarning(long Step, string Monitor, string Message)
{
    /// <summary>In words: the step and the sentence.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Step {Step}: {Message}");
}
