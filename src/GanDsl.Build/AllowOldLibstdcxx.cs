using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace GanDsl.Build;

/// <summary>
/// The task of the build: writes a copy of TorchSharp's library that loads with an older libstdc++, and says which items it takes the
/// place of. The file that is given, which belongs to NuGet's cache, is only read.
/// </summary>
public sealed class AllowOldLibstdcxx : Microsoft.Build.Utilities.Task
{
    /// <summary>The items of the build that are TorchSharp's library.</summary>
    [Required]
    public ITaskItem[] Libraries { get; set; } = [];

    /// <summary>Where copies are written.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The libstdc++ to look at instead of this machine's.</summary>
    public string Libstdcxx { get; set; } = "";

    /// <summary>Whether to write copies where the libstdc++ of this machine is new enough too, for an older machine that they are to run on.</summary>
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
            catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException or OverflowException or InvalidOperationException)
            {
                Log.LogMessage(
                    MessageImportance.High,
                    $"GanDsl left {library.ItemSpec} as it is: {exception.Message.TrimEnd('.')}. If TorchSharp does not load with this "
                        + "machine's libstdc++, install that of GCC 13 or later."
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

        var copy = Path.Combine(Folder, Path.GetFileName(library.ItemSpec));
        if (!File.Exists(copy) || !File.ReadAllBytes(copy).AsSpan().SequenceEqual(bytes))
        {
            // Beside it, then renamed: whoever has the old one open keeps it.
            Directory.CreateDirectory(Folder);
            var written = $"{copy}.{Guid.NewGuid():N}";
            File.WriteAllBytes(written, bytes);
            File.Move(written, copy, overwrite: true);
        }

        var item = new TaskItem(copy);
        library.CopyMetadataTo(item);
        Replaced = [.. Replaced, library];
        Copies = [.. Copies, item];
    }
}
