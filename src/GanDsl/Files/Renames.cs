namespace GanDsl;

/// <summary>
/// Renames of what has just been written. Windows refuses them while a virus scanner, an indexer or a backup looks into it, which passes.
/// </summary>
internal static class Renames
{
    // ERROR_ACCESS_DENIED, which is also said of folders in which a file is open, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.
    private static readonly int[] MayPass =
    [
        unchecked((int)0x80070005),
        unchecked((int)0x80070020),
        unchecked((int)0x80070021),
    ];

    // Five seconds in all.
    private static readonly int[] Waits = [10, 20, 40, 80, 160, 320, 640, 1280, 2450];

    /// <summary>Renames a file, in the place of one that is there.</summary>
    public static void MoveFile(string from, string to) => Rename(() => File.Move(from, to, overwrite: true));

    /// <summary>Renames a folder.</summary>
    public static void MoveFolder(string from, string to) => Rename(() => Directory.Move(from, to));

    /// <summary>Tries again for some seconds where the reason of a refusal may pass.</summary>
    /// <param name="rename">Renames, or throws and leaves things as they were.</param>
    /// <param name="wait">Waits so many milliseconds.</param>
    public static void Patiently(Action rename, Action<int> wait)
    {
        foreach (var milliseconds in Waits)
        {
            try
            {
                rename();
                return;
            }
            catch (Exception refusal)
                when (refusal is IOException or UnauthorizedAccessException && MayPass.Contains(refusal.HResult))
            {
                wait(milliseconds);
            }
        }

        rename();
    }

    private static void Rename(Action rename)
    {
        if (OperatingSystem.IsWindows())
        {
            Patiently(rename, Thread.Sleep);
        }
        else
        {
            rename();
        }
    }
}
