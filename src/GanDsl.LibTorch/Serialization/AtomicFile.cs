namespace TorchSharp.Serialization;

/// <summary>Replaces files as a whole.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes a file beside <paramref name="location"/> and puts it there when it is complete, so that a failure while
    /// writing leaves the former file.
    /// </summary>
    public static void Write(string location, Action<Stream> write)
    {
        // A link keeps pointing to its file, and the directory of that file is where a rename is atomic.
        var link = File.Exists(location) ? File.ResolveLinkTarget(location, returnFinalTarget: true) : null;
        var target = link?.FullName ?? Path.GetFullPath(location);
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
