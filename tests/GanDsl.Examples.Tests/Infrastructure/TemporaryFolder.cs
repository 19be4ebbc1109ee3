namespace GanDsl.Examples.Tests.Infrastructure;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("gandsl-examples-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Every file in the folder and below, with its content.</summary>
    public Dictionary<string, string> Contents() =>
        Directory
            .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .ToDictionary(path => path, path => Convert.ToHexString(File.ReadAllBytes(path)));

    /// <summary>The names in a folder, in order.</summary>
    public IEnumerable<string?> Names(string name) =>
        Directory.EnumerateFileSystemEntries(this[name]).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    /// <summary>
    /// The files in a folder and below, in order, as paths from it with slashes, but for events: their names hold the time, and a run that goes
    /// on begins a new file.
    /// </summary>
    public IEnumerable<string> Files(string name) =>
        Directory
            .EnumerateFiles(this[name], "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(this[name], path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("tensorboard/events.out.tfevents.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>The files of events of a run.</summary>
    public string[] Events(string name) => Directory.GetFiles(this[$"{name}/tensorboard"]);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
