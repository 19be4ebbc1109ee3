namespace GanDsl.Interactive;

/// <summary>A folder among the temporary ones for what a notebook takes from files: assemblies of cells, pictures and sounds.</summary>
internal sealed class NotebookFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gandsl-notebook-");

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => Path.Combine(folder.FullName, name);

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Windows keeps files that are loaded, or that a virus scanner looks into; they lie among the temporary ones.
        }
    }
}
