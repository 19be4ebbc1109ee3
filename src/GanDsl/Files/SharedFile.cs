namespace GanDsl;

/// <summary>
/// Reads files that this process or another one may be writing, as those of a run that goes on. Windows refuses the usual ways to read them,
/// which allow nobody else to write.
/// </summary>
internal static class SharedFile
{
    /// <summary>Opens a file, whoever else has it open.</summary>
    public static FileStream OpenRead(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Opens a file of lines.</summary>
    /// <param name="path">The file.</param>
    /// <param name="endsInLine">Whether the last line has no end, so that more of it may be missing.</param>
    public static StreamReader OpenLines(string path, out bool endsInLine)
    {
        var file = OpenRead(path);
        try
        {
            endsInLine = file.Length > 0 && LastByte(file) != '\n';
            file.Position = 0;
            return new StreamReader(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static int LastByte(FileStream file)
    {
        file.Position = file.Length - 1;
        return file.ReadByte();
    }
}
