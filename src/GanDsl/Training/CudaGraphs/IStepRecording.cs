namespace GanDsl.Training;

/// <summary>The recorded work of a training step.</summary>
internal interface IStepRecording : IDisposable
{
    /// <summary>Lets the device do the work once, with what is in the tensors of the step now; does not wait for it.</summary>
    void Replay();
}
