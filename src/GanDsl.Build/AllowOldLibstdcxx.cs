using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Task = Microsoft.Build.Utilities.Task;

namespace GanDsl.Build;

/// <summary>
/// The task of the build: writes a copy of TorchSharp's library that loads with an older libstdc++, and says which items it takes the
/// place of. The file that is given, which belongs to NuGet's cache, is only read.
/// </summary>
public sealed class AllowOldLibstdcxx : Task
{
    /// <summary>The items of the build that are TorchSharp's library.</summary>
    [Required]
    public ITaskItem[] Libraries { get; set; } = [];

    /// <summary>Where copies are written.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The libstdc++ to look at instead of this machine's; empty for this machine's.</summary>
    public string Libstdcxx { get; set; } = "";

    /// <summary>Whether to write copies where libstdc++ is new enough too, for an older machine that they are to run on.</summary>
    public bool Always { get; set; }

    /// <summary>The items that a copy takes the place of.</summary>
    [Output]
    public ITaskItem[] Replaced { get; private set; } = [];

    /// <summary>The copies, with the metadata of what they replace.</summary>
    [Output]
    public ITaskItem[] Copies { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (Libstdcxx.Length > 0 && !File.Exists(Libstdcxx))
        {
            Log.LogError(
                $"The property GanDslLibstdcxx names {Libstdcxx}, which does not exist. Name a libstdc++.so.6, or leave the property out "
                    + "for this machine's."
            );
            return false;
        }

        if (!Always && !IsOld())
        {
            return true;
        }

        foreach (var library in Libraries)
        {
            try
            {
                Copy(library);
            }
            catch (Exception exception)
                when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                Log.LogMessage(
                    MessageImportance.High,
                    $"GanDsl left {library.ItemSpec} as it is: {exception.Message.TrimEnd('.')}. If it does not load with the libstdc++ "
                        + "of the machine that it runs on, install that of GCC 13 or later there."
                );
            }
        }

        return true;
    }

    private bool IsOld()
    {
        var path = Libstdcxx.Length > 0 ? Libstdcxx : OldLibstdcxx.OfThisMachine();
        return path is not null && !OldLibstdcxx.HasVersion(path);
    }

    private void Copy(ITaskItem library)
    {
        var bytes = File.ReadAllBytes(library.ItemSpec);
        if (!OldLibstdcxx.Allow(bytes))
        {
            return;
        }

        var copy = Path.Combine(Folder, NameOf(library));
        if (!File.Exists(copy) || !File.ReadAllBytes(copy).AsSpan().SequenceEqual(bytes))
        {
            // Beside it, then renamed: whoever has the old one open, or a link to it, keeps it.
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var written = $"{copy}.{Guid.NewGuid():N}";
            File.WriteAllBytes(written, bytes);
            File.Move(written, copy, overwrite: true);
        }

        var item = new TaskItem(copy);
        library.CopyMetadataTo(item);
        Replaced = [.. Replaced, library];
        Copies = [.. Copies, item];
    }

    /// <summary>Such as <c>runtimes/linux-x64/native/libLibTorchSharp.so</c>: a build for all platforms may have one for each.</summary>
    private static string NameOf(ITaskItem library) =>
        library.GetMetadata("PathInPackage") is { Length: > 0 } path ? path : Path.GetFileName(library.ItemSpec);
}
