namespace GanDsl.Endurance.Files;

/// <summary>Something that reads files which may be damaged or made to harm.</summary>
internal abstract class HostileTarget : IDisposable
{
    /// <summary>Writes the file or files of a case; the same random numbers give the same case.</summary>
    /// <returns>How many bytes they have together.</returns>
    public abstract long Prepare(Random random);

    /// <summary>Reads what <see cref="Prepare"/> has written.</summary>
    /// <exception cref="GanException">It is refused.</exception>
    public abstract void Read();

    /// <summary>What must not change where it is refused.</summary>
    public abstract string Fingerprint();

    /// <summary>What is wrong with what was accepted; null where nothing is. Afterwards everything is as it was before.</summary>
    public abstract string? AfterAcceptance();

    public abstract void Dispose();
}
