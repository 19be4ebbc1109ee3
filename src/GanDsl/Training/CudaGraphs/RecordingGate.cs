namespace GanDsl.Training;

/// <summary>
/// Closed while a step is recorded, and passed by all other calls of GANs on a GPU. The random numbers of a GPU are those of the whole process,
/// and belong to the recording while it is made: libtorch throws where another thread draws some, which would end the process in a replay.
/// </summary>
internal static class RecordingGate
{
    /// <summary>A thread may pass while it is inside, as where a module of the user's calls another GAN.</summary>
    private static readonly ReaderWriterLockSlim Gate = new(LockRecursionPolicy.SupportsRecursion);

    private static volatile bool isNeeded;

    /// <summary>Whether a call of this thread has passed or closed it: then it cannot be closed.</summary>
    public static bool IsInside => Gate.IsReadLockHeld || Gate.IsWriteLockHeld;

    /// <summary>From now on there is a GAN on a GPU. Before, passing costs nothing.</summary>
    public static void Install() => isNeeded = true;

    /// <summary>Lets this thread and others in until the turn is disposed, once nobody records any more.</summary>
    public static GateTurn Pass()
    {
        if (!isNeeded)
        {
            return default;
        }

        Gate.EnterReadLock();
        return new GateTurn(Gate, isAlone: false);
    }

    /// <summary>Lets this thread in alone until the turn is disposed, once all others are out.</summary>
    public static GateTurn Close()
    {
        Gate.EnterWriteLock();
        return new GateTurn(Gate, isAlone: true);
    }
}
