namespace GanDsl.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gandsl-");

    public string FullName => folder.FullName;

    /// <summary>The files in it, hidden ones too.</summary>
    public string[] Files => [.. folder.GetFiles("*", SearchOption.AllDirectories).Select(file => file.Name)];

    public string this[string name] => Path.Combine(folder.FullName, name);

    /// <summary>Writes a file and returns its path.</summary>
    public string Add(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public void Dispose() => folder.Delete(recursive: true);
}
