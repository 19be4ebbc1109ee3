using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// A folder with all that training goes on from: <c>tensors.safetensors</c> with the networks and the state of the optimisers, and
/// <c>training.json</c> with the rest. What the generated <c>SaveCheckpoint</c> and <c>LoadCheckpoint</c> call.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoint
{
    internal const string Tensors = "tensors.safetensors";
    internal const string Json = "training.json";

    /// <summary>All that stands in the folder.</summary>
    internal static readonly string[] Files = [Tensors, Json];

    private const string Augmentation = "augmentation";
    private const string Classes = "class_counts";
    private const long MostJson = 16 << 20;

    /// <summary>Saves a state. A checkpoint that exists is replaced once the new one is complete and on the disk, and else stays as it was.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="state">What is saved.</param>
    /// <param name="score">How good the GAN is, lower being better; null where nobody judged it.</param>
    /// <exception cref="GanException">The folder cannot be written or holds other files, or a weight is not finite, so that nothing could go on from it.</exception>
    public static void Save(string path, TrainingState state, double? score = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(state);
        using var scope = NewDisposeScope();
        var tensors = TensorsOf(state);
        if (WeightFile.FirstNotFinite(tensors) is { } diverged)
        {
            throw new GanException(
                $"No checkpoint is saved of {state.Gan} after step {state.Progress.Step}: {diverged} has values that are not finite, and no "
                    + "training could go on from it; go back to an earlier checkpoint and train with a smaller learning rate."
            );
        }

        FolderReplacement.Write(
            path,
            Files,
            folder =>
            {
                var file = Path.Combine(folder, Tensors);
                SafeTensors.Write(file, tensors, new Dictionary<string, string> { ["gan"] = state.Gan });
                var record = RecordOf(state, HashOf(file), score);
                FileReplacement.Write(
                    Path.Combine(folder, Json),
                    stream => JsonSerializer.Serialize(stream, record, CheckpointJson.Default.CheckpointRecord)
                );
            }
        );
    }

    /// <summary>Goes on from a state that <see cref="Save"/> has saved. Nothing changes where the checkpoint is refused.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="state">What is set.</param>
    /// <exception cref="GanException">The checkpoint cannot be read, is damaged, or is that of another architecture.</exception>
    public static void Load(string path, TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(state);
        FolderReplacement.Finish(path);
        var record = Read(path);
        if (ArchitectureDifference.Between(state.Architecture, record.Architecture) is { } difference)
        {
            throw new GanException(
                $"The checkpoint '{path}' is of another architecture than {state.Gan}: {difference}; load it into the GAN that it was saved from."
            );
        }

        var draws = DrawsOf(path, record, state);
        var file = Path.Combine(path, Tensors);
        if (HashOf(file) != record.TensorsHash)
        {
            throw Damaged(path, $"{Tensors} is not the file that {Json} was written with");
        }

        using var scope = NewDisposeScope();
        using var saved = SafeTensors.Read(file);
        if (WeightFile.FirstNotFinite(saved.Tensors) is { } diverged)
        {
            throw Damaged(path, $"{MessageText.Of(diverged)} has values that are not finite");
        }

        Apply(path, state, saved.Tensors);
        state.Progress.GoOnFrom(record.Progress);
        foreach (var (source, count) in draws)
        {
            source.Draws = count;
        }
    }

    /// <summary>Reads what a checkpoint holds beside tensors.</summary>
    /// <exception cref="GanException">It cannot be read or is damaged.</exception>
    internal static CheckpointRecord Read(string path)
    {
        var file = Path.Combine(path, Json);
        CheckpointRecord record;
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > MostJson)
            {
                throw Damaged(path, $"{Json} has {stream.Length} bytes, more than {MostJson}");
            }

            record =
                JsonSerializer.Deserialize(stream, CheckpointJson.Default.CheckpointRecord)
                ?? throw Damaged(path, $"{Json} holds nothing");
        }
        catch (JsonException failure)
        {
            throw Damaged(
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Json} is no checkpoint's (line {failure.LineNumber + 1 ?? 1})"
                ),
                failure
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GanException(
                $"Cannot read the checkpoint '{path}': {failure.Message.TrimEnd('.')}; name a folder that SaveCheckpoint has written.",
                failure
            );
        }

        return record.FormatVersion != CheckpointRecord.CurrentVersion
                ? throw new GanException(
                    $"The checkpoint '{path}' has the format {record.FormatVersion} and was written by GanDsl {MessageText.Of(record.GanDsl)}, but this one reads "
                        + $"format {CheckpointRecord.CurrentVersion}; load it with the version that wrote it."
                )
            : record.Score is { } score && !double.IsFinite(score)
                ? throw Damaged(path, $"the score of {Json} is not finite")
            : record.Architecture.Any(line => line is null) ? throw Damaged(path, $"a layer of {Json} is null")
            : record.RecordHash != record.HashOfAll() ? throw Damaged(path, $"{Json} is not as it was written")
            : !record.Progress.IsPossible ? throw Damaged(path, $"the counts of {Json} are impossible")
            : record;
    }

    private static Dictionary<string, Tensor> TensorsOf(TrainingState state)
    {
        var tensors = state.Weights();
        var states = state.Optimizers.Select(optimizer => (optimizer.Key, State: optimizer.Value.State()));
        if (state.Augmentation is { } augmentation)
        {
            states = states.Append((Augmentation, augmentation.State()));
        }

        if (state.ClassCounts is { } classes)
        {
            states = states.Append((Classes, classes.State()));
        }

        foreach (var (name, parts) in states)
        {
            foreach (var (part, tensor) in parts)
            {
                tensors.Add($"{name}.{part}", tensor);
            }
        }

        return tensors;
    }

    /// <summary>Sets weights, optimisers, augmentation and counts once all of them are known to fit.</summary>
    private static void Apply(string path, TrainingState state, IReadOnlyDictionary<string, Tensor> saved)
    {
        var weights = state.Weights();
        var statesOfOptimizers = state.Optimizers.ToDictionary(
            optimizer => optimizer.Value,
            optimizer => PartOf(saved, optimizer.Key + ".")
        );
        var stateOfAugmentation = PartOf(saved, Augmentation + ".");
        var stateOfClasses = PartOf(saved, Classes + ".");
        IEnumerable<string> others =
        [
            .. state.Optimizers.Keys,
            Augmentation,
            .. state.ClassCounts is null ? [] : new[] { Classes },
        ];
        try
        {
            RequireSameParts(state, saved.Keys);
            WeightFile.Check(
                weights,
                saved
                    .Where(each => !others.Any(name => IsOf(each.Key, name + ".")))
                    .ToDictionary(StringComparer.Ordinal)
            );
            foreach (var (optimizer, part) in statesOfOptimizers)
            {
                optimizer.CheckState(part);
            }

            state.Augmentation?.CheckState(stateOfAugmentation);
            state.ClassCounts?.CheckState(stateOfClasses);
        }
        catch (GanException failure)
        {
            throw new GanException($"The checkpoint '{path}' does not fit {state.Gan}: {failure.Message}", failure);
        }

        using var noGradients = no_grad();
        foreach (var (name, weight) in weights)
        {
            weight.copy_(saved[name]);
        }

        foreach (var (optimizer, part) in statesOfOptimizers)
        {
            optimizer.LoadState(part);
        }

        state.Augmentation?.LoadState(stateOfAugmentation);
        state.ClassCounts?.LoadState(stateOfClasses);
    }

    /// <summary>What attributes of the GAN add to a checkpoint is said by their names.</summary>
    private static void RequireSameParts(TrainingState state, IEnumerable<string> saved)
    {
        var parts = saved.Select(name => name.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        RequireSame(parts, TrainingState.Average, "[Ema]", state.Networks.ContainsKey(TrainingState.Average));
        RequireSame(parts, Augmentation, "[Ada]", state.Augmentation is not null);
    }

    private static void RequireSame(HashSet<string> saved, string part, string attribute, bool isNeeded)
    {
        if (saved.Contains(part) != isNeeded)
        {
            throw new GanException(
                isNeeded
                    ? $"it was saved without {attribute}, which is declared here; leave the attribute out, or start the training anew."
                    : $"it was saved with {attribute}, which is not declared here; declare it again, or start the training anew."
            );
        }
    }

    private static Dictionary<string, Tensor> PartOf(IReadOnlyDictionary<string, Tensor> tensors, string prefix) =>
        tensors
            .Where(each => IsOf(each.Key, prefix))
            .ToDictionary(each => each.Key[prefix.Length..], each => each.Value, StringComparer.Ordinal);

    private static bool IsOf(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal);

    private static List<(RandomSource Source, long Count)> DrawsOf(
        string path,
        CheckpointRecord record,
        TrainingState state
    )
    {
        var draws = new List<(RandomSource, long)>();
        foreach (var (name, source) in state.RandomSources)
        {
            if (!record.Draws.TryGetValue(name, out var count))
            {
                throw new GanException(
                    $"The checkpoint '{path}' does not fit {state.Gan}: no {name} were drawn for it; load it into what it was saved from."
                );
            }

            if (count is < 0 or > ProgressRecord.Most)
            {
                throw Damaged(path, $"{Json} counts {count} draws of {name}");
            }

            draws.Add((source, count));
        }

        return draws;
    }

    private static CheckpointRecord RecordOf(TrainingState state, string tensorsHash, double? score)
    {
        var record = new CheckpointRecord
        {
            FormatVersion = CheckpointRecord.CurrentVersion,
            GanDsl = VersionOf(typeof(Checkpoint)),
            TorchSharp = VersionOf(typeof(TorchSharp.torch)),
            Gan = state.Gan,
            Architecture = state.Architecture,
            ArchitectureHash = HashOf(state.Architecture),
            TensorsHash = tensorsHash,
            Options = OptionTexts.Of(state.Options),
            Progress = ProgressRecord.Of(state.Progress),
            Draws = state.RandomSources.ToDictionary(source => source.Key, source => source.Value.Draws),
            Score = score is { } number && double.IsFinite(number) ? number : null,
            RecordHash = "",
        };
        return record with { RecordHash = record.HashOfAll() };
    }

    /// <summary>Without the commit, which says nothing to people.</summary>
    internal static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "unknown";

    /// <summary>SHA-256 of lines, in hexadecimal digits.</summary>
    internal static string HashOf(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    private static string HashOf(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new GanException(
                $"Cannot read '{file}': {failure.Message.TrimEnd('.')}; go back to an earlier checkpoint.",
                failure
            );
        }
    }

    private static GanException Damaged(string path, string what, Exception? failure = null) =>
        new($"The checkpoint '{path}' is damaged: {what}; go back to an earlier one.", failure!);
}
