namespace GanDsl.Interactive;

/// <summary>Where the assemblies of cells lie, as scripts refer to files.</summary>
internal sealed class CellFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gandsl-notebook-");

    /// <summary>Writes the assembly of a cell, and answers its path.</summary>
    public string Write(CellCompilation cell)
    {
        var path = Path.Combine(folder.FullName, cell.AssemblyName + ".dll");
        File.WriteAllBytes(path, cell.Assembly);
        return path;
    }

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Windows keeps files that are loaded; they lie among the temporary ones.
        }
    }
}
