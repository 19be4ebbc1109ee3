using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GanDsl;

/// <summary>
/// The checkpoints of a training in one folder, named by their step: the last ones, and the best one where they are judged. Each is whole
/// or not there. Where the process was ended while it wrote or removed one, the next use of the folder removes what was left half done.
/// </summary>
/// <param name="path">The folder, which is made with the first checkpoint.</param>
/// <param name="keep">How many of the last ones stay, at least 1. Default: 3.</param>
public sealed class CheckpointFolder(string path, int keep = 3)
{
    private const string Prefix = "step-";

    private readonly int keep =
        keep >= 1
            ? keep
            : throw new ArgumentOutOfRangeException(
                nameof(keep),
                keep,
                "At least 1 checkpoint has to stay, or training could not go on."
            );

    /// <summary>The folder.</summary>
    public string Path { get; } = path ?? throw new ArgumentNullException(nameof(path));

    /// <summary>The paths of all checkpoints, the newest first.</summary>
    public IReadOnlyList<string> All =>
        Directory.Exists(Path)
            ?
            [
                .. Directory
                    .EnumerateDirectories(Path, Prefix + "*")
                    .Where(folder => StepOf(folder) is not null)
                    .OrderByDescending(folder => StepOf(folder)),
            ]
            : [];

    /// <summary>The path of the checkpoint with the lowest score; null where none was judged. It stays among the others.</summary>
    public string? Best => All.Where(folder => ScoreOf(folder) is not null).MinBy(ScoreOf);

    /// <summary>
    /// Saves a checkpoint, and removes those before it that are neither among the last ones nor the best one. Between two steps only, as after
    /// each element of <c>Train</c>. Those of later steps stay: training that went back to an earlier checkpoint may yet be given up.
    /// </summary>
    /// <param name="gan">The GAN.</param>
    /// <param name="score">How good it is, lower being better; null where nobody judged it.</param>
    /// <returns>The path of the checkpoint.</returns>
    /// <exception cref="GanException">The folder cannot be written, or a weight is not finite; nothing is removed then.</exception>
    public string Save(IGan gan, double? score = null)
    {
        ArgumentNullException.ThrowIfNull(gan);
        var saved = System.IO.Path.Combine(Path, NameOf(gan.StepCount));
        HiddenFolder.RemoveLeftIn(Path, IsCheckpoint);
        MoveAside(saved);
        gan.SaveCheckpoint(saved, score);
        RemoveOthers(gan.StepCount);
        return saved;
    }

    /// <summary>Goes on from the newest checkpoint that is not damaged.</summary>
    /// <param name="gan">A GAN of the same declaration.</param>
    /// <param name="onDamaged">Told why a newer one was passed over.</param>
    /// <returns>The path of the checkpoint.</returns>
    /// <exception cref="GanException">There is none to go on from; the message says why the newest one is none.</exception>
    public string LoadNewest(IGan gan, Action<string>? onDamaged = null) =>
        TryLoadNewest(gan, out var checkpoint, onDamaged)
            ? checkpoint
            : throw new GanException(
                $"There is no checkpoint in '{Path}' to go on from; start the training anew, or name the folder of another run."
            );

    /// <summary>Goes on from the newest checkpoint that is not damaged, if there is any: for a program that is started again and again.</summary>
    /// <param name="gan">A GAN of the same declaration.</param>
    /// <param name="checkpoint">The path of the checkpoint; null where there is none.</param>
    /// <param name="onDamaged">Told why a newer one was passed over.</param>
    /// <returns>Whether the GAN goes on from one; false where there is none, and it begins anew.</returns>
    /// <exception cref="GanException">There are some, but none to go on from; the message says why the newest one is none.</exception>
    public bool TryLoadNewest(IGan gan, [NotNullWhen(true)] out string? checkpoint, Action<string>? onDamaged = null)
    {
        ArgumentNullException.ThrowIfNull(gan);
        HiddenFolder.RemoveLeftIn(Path, IsCheckpoint);
        var refusals = new List<GanException>();
        foreach (var candidate in All)
        {
            try
            {
                gan.LoadCheckpoint(candidate);
                refusals.ForEach(refusal => onDamaged?.Invoke(refusal.Message));
                checkpoint = candidate;
                return true;
            }
            catch (GanException refusal)
            {
                refusals.Add(refusal);
            }
        }

        checkpoint = null;
        return refusals is [var newest, ..] ? throw newest : false;
    }

    /// <summary>Removes all checkpoints, for a training that begins anew.</summary>
    /// <exception cref="GanException">One holds a file that is none of its own, and none is removed; or one cannot be removed.</exception>
    public void Clear()
    {
        RequireClearable();

        // The newest last: where one is in use, training can still go on from it.
        foreach (var checkpoint in All.Reverse())
        {
            try
            {
                FolderReplacement.Remove(checkpoint, Checkpoint.Files);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new GanException(
                    $"Cannot remove the checkpoint '{checkpoint}': {failure.Message.TrimEnd('.')}.",
                    failure
                );
            }
        }
    }

    /// <summary>Refuses what <see cref="Clear"/> would refuse before it removes anything.</summary>
    internal void RequireClearable()
    {
        HiddenFolder.RemoveLeftIn(Path, IsCheckpoint);
        foreach (var checkpoint in All)
        {
            RequireNothingElse(checkpoint);
        }
    }

    private static void RequireNothingElse(string checkpoint)
    {
        try
        {
            if (FolderReplacement.OtherThan(Checkpoint.Files, checkpoint) is { } other)
            {
                throw new GanException(
                    $"Cannot remove the checkpoint '{checkpoint}': it holds '{other}', which would be lost; move that elsewhere."
                );
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"Cannot remove the checkpoint '{checkpoint}', whose files cannot be listed: {failure.Message.TrimEnd('.')}.",
                failure
            );
        }
    }

    /// <summary>A checkpoint with a file of somebody's makes room for that of the same step under another name.</summary>
    private static void MoveAside(string checkpoint)
    {
        try
        {
            if (!Directory.Exists(checkpoint) || FolderReplacement.OtherThan(Checkpoint.Files, checkpoint) is null)
            {
                return;
            }

            var number = 1;
            while (System.IO.Path.Exists($"{checkpoint}-kept-{number}"))
            {
                number++;
            }

            Renames.MoveFolder(checkpoint, $"{checkpoint}-kept-{number}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Saving says why the folder cannot be written.
        }
    }

    private void RemoveOthers(long saved)
    {
        var all = All;
        var best = Best;
        foreach (var folder in all.Where(folder => StepOf(folder) <= saved).Skip(keep).Where(folder => folder != best))
        {
            try
            {
                FolderReplacement.Remove(folder, Checkpoint.Files);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // One too many does no harm, and training goes on. One with a file of somebody's stays for that.
            }
        }
    }

    private static bool IsCheckpoint(string name) => StepOf(name) is not null;

    /// <summary>The step of a folder; null for one that is no checkpoint's, such as "step-07".</summary>
    private static long? StepOf(string folder)
    {
        var name = System.IO.Path.GetFileName(folder);
        return
            name.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(name[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var step)
            && name == NameOf(step)
            ? step
            : null;
    }

    private static string NameOf(long step) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step}");

    /// <summary>The score that a checkpoint was saved with; null where nobody judged it, or it cannot be read.</summary>
    internal static double? ScoreOf(string folder)
    {
        try
        {
            return Checkpoint.Read(folder).Score;
        }
        catch (GanException)
        {
            return null;
        }
    }
}
