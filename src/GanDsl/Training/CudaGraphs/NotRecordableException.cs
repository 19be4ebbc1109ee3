namespace GanDsl.Training;

/// <summary>A step cannot be recorded.</summary>
/// <param name="reason">Why, as a clause after a colon.</param>
/// <param name="cause">What the step threw; null where it threw nothing.</param>
internal sealed class NotRecordableException(string reason, Exception? cause) : Exception(reason, cause);
