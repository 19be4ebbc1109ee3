namespace GanDsl.Training;

/// <summary>Records the work that a training step asks the device for.</summary>
internal interface IStepRecorder
{
    /// <summary>Takes an ordinary step where recordings are made, so that all is there that libtorch makes at first use.</summary>
    void Rehearse(Action step);

    /// <summary>Runs a step that only says what to compute: nothing is computed.</summary>
    /// <exception cref="NotRecordableException">The step asks for something that cannot be recorded. Nothing is left of the attempt.</exception>
    IStepRecording Record(Action step);
}
