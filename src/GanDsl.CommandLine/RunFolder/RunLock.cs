namespace GanDsl.CommandLine;

/// <summary>Keeps other processes from training in the folder of a run, as long as it is held; the system lets go of it when a process is killed.</summary>
internal sealed class RunLock : IDisposable
{
    private const string Name = ".lock";

    // EAGAIN of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] HeldByOthers = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream file;

    private RunLock(FileStream file) => this.file = file;

    /// <summary>Takes it.</summary>
    /// <param name="path">The folder, which is there.</param>
    /// <exception cref="GanException">Another process has it, or nothing can be written to the folder.</exception>
    public static RunLock Take(string path)
    {
        try
        {
            return new RunLock(
                new FileStream(
                    Path.Combine(path, Name),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    bufferSize: 1,
                    FileOptions.DeleteOnClose
                )
            );
        }
        catch (IOException failure) when (HeldByOthers.Contains(failure.HResult))
        {
            throw new GanException(
                $"Another process is training in '{path}'; wait until it has ended, or train in another folder with --out.",
                failure
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"Cannot write to the folder '{path}': {failure.Message.TrimEnd('.')}; see to it that it can be written to.",
                failure
            );
        }
    }

    /// <summary>Lets go of it.</summary>
    public void Dispose() => file.Dispose();
}
