using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace GanDsl;

/// <summary>
/// A hidden folder beside another one, <c>.NAME.RANDOM.tmp</c>, in which what is to stand there is made ready. It is locked while in use, so
/// that one in use can be told from one that an ended process has left behind.
/// </summary>
internal sealed partial class HiddenFolder : IDisposable
{
    private const string Lock = "lock";
    private const string NewName = "new";
    private const string FormerName = "former";
    private const int LongestName = 200;
    private const int Attempts = 3;

    private readonly string path;
    private readonly string target;
    private readonly FileStream held;

    private HiddenFolder(string path, string target, FileStream held) =>
        (this.path, this.target, this.held) = (path, target, held);

    /// <summary>The folder that is to stand at the target.</summary>
    public string New => Path.Combine(path, NewName);

    /// <summary>The folder that stood there.</summary>
    public string Former => Path.Combine(path, FormerName);

    /// <summary>Makes one, with an empty <see cref="New"/>; missing folders above it are made.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static HiddenFolder Beside(string target)
    {
        for (var attempt = 1; ; attempt++)
        {
            var path = Path.Combine(
                Path.GetDirectoryName(target)!,
                $".{Stem(Path.GetFileName(target))}.{Path.GetRandomFileName()}.tmp"
            );
            FileStream? held = null;
            try
            {
                Directory.CreateDirectory(path);
                held = Locked(path, FileMode.CreateNew);
                Directory.CreateDirectory(Path.Combine(path, NewName));
                return new(path, target, held);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                held?.Dispose();
                Discard(path);
                // Until it is locked, another process may have taken it for one that was left behind.
                if (attempt == Attempts)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>
    /// Removes what ended processes have left beside a folder, after finishing what one of them had made ready. Other files, and what cannot be
    /// removed, stay.
    /// </summary>
    /// <param name="target">The folder, which need not be there.</param>
    public static void RemoveLeftBeside(string target)
    {
        var stem = Stem(Path.GetFileName(target));
        RemoveLeft(Path.GetDirectoryName(target)!, name => name == stem ? target : null);
    }

    /// <summary>The same for the folders in a folder whose names are short.</summary>
    /// <param name="folder">The folder, which need not be there.</param>
    /// <param name="isOwn">Which names.</param>
    public static void RemoveLeftIn(string folder, Predicate<string> isOwn) =>
        RemoveLeft(folder, name => isOwn(name) ? Path.Combine(folder, name) : null);

    /// <summary>Removes it with all that is in it, but where that is all there is: then a later process finishes what was begun.</summary>
    public void Dispose()
    {
        held.Dispose();
        if (!IsBetweenRenames)
        {
            Discard(path);
        }
    }

    /// <summary>Whether the folder at the target is here and not there, and the new one is whole.</summary>
    private bool IsBetweenRenames => Directory.Exists(Former) && Directory.Exists(New) && !Path.Exists(target);

    private static void RemoveLeft(string folder, Func<string, string?> targetOf)
    {
        try
        {
            foreach (var left in Directory.GetDirectories(folder, ".*.tmp"))
            {
                if (
                    OwnName().Match(Path.GetFileName(left)) is { Success: true } name
                    && targetOf(name.Groups["stem"].Value) is { } target
                )
                {
                    RemoveIfLeft(left, target);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be looked into has nothing to be removed, as one that is not there.
        }
    }

    private static void RemoveIfLeft(string left, string target)
    {
        try
        {
            string[] own = [Lock, NewName, FormerName];
            string[] found = [.. Directory.EnumerateFileSystemEntries(left).Select(entry => Path.GetFileName(entry))];
            if (found.Except(own).Any())
            {
                return;
            }

            if (found.Length == 0)
            {
                Directory.Delete(left);
                return;
            }

            if (!found.Contains(Lock))
            {
                // The lock is made first, so that this is what a removal left.
                Discard(left);
                return;
            }

            using var hidden = new HiddenFolder(left, target, Locked(left, FileMode.Open));
            hidden.Finish();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is in use, or not ours to remove.
        }
    }

    private void Finish()
    {
        if (IsBetweenRenames)
        {
            Renames.MoveFolder(New, target);
        }
    }

    private static FileStream Locked(string path, FileMode mode) =>
        new(Path.Combine(path, Lock), mode, FileAccess.ReadWrite, FileShare.None);

    private static void Discard(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is removed next time; the failure that led here, if any, is the one to report.
        }
    }

    /// <summary>A name, or what stands for it where the file system could not hold it with something added.</summary>
    private static string Stem(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        return bytes.Length <= LongestName ? name : Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    [GeneratedRegex(@"^\.(?<stem>.+)\.[a-z0-9]{8}\.[a-z0-9]{3}\.tmp$", RegexOptions.Singleline)]
    private static partial Regex OwnName();
}
