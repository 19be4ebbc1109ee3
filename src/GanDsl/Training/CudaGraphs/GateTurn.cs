namespace GanDsl.Training;

/// <summary>A call that has come through the <see cref="RecordingGate"/>; it leaves on the same thread.</summary>
internal readonly ref struct GateTurn
{
    private readonly ReaderWriterLockSlim? gate;
    private readonly bool isAlone;

    internal GateTurn(ReaderWriterLockSlim gate, bool isAlone)
    {
        this.gate = gate;
        this.isAlone = isAlone;
    }

    public void Dispose()
    {
        if (isAlone)
        {
            gate!.ExitWriteLock();
        }
        else
        {
            gate?.ExitReadLock();
        }
    }
}
