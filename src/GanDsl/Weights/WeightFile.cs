using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Weights by name in a file of the format safetensors: written whole or not at all, and taken over whole or not at all.</summary>
internal static class WeightFile
{
    /// <summary>What PyTorch's <c>DataParallel</c> and <c>DistributedDataParallel</c> put before each name.</summary>
    private const string DataParallel = "module";

    /// <summary>Parameters and buffers of a network under PyTorch's names.</summary>
    public static Dictionary<string, Tensor> WeightsOf(nn.Module network, string prefix = "") =>
        network
            .state_dict()
            .ToDictionary(weight => prefix + weight.Key, weight => weight.Value, StringComparer.Ordinal);

    /// <summary>Saves weights; such as are not finite take the place of no others.</summary>
    /// <param name="path">The file; one that exists is replaced once the new one is complete.</param>
    /// <param name="owner">Whose weights they are, for messages.</param>
    /// <param name="weights">The weights by name.</param>
    /// <param name="metadata">What else the file says.</param>
    /// <exception cref="GanException">The file cannot be written, or a weight is not finite; one that was there is as it was.</exception>
    public static void Save(
        string path,
        string owner,
        IReadOnlyDictionary<string, Tensor> weights,
        IReadOnlyDictionary<string, string> metadata
    )
    {
        RequireFinite(weights, owner);
        SafeTensors.Write(path, weights, metadata);
    }

    /// <summary>Refuses to save weights that nothing could be computed with.</summary>
    /// <exception cref="GanException">A weight is not finite.</exception>
    public static void RequireFinite(IReadOnlyDictionary<string, Tensor> weights, string owner)
    {
        if (FirstNotFinite(weights) is { } diverged)
        {
            throw new GanException(
                $"No weights of {owner} are saved: {diverged} has values that are not finite, and nothing could be computed with them; go back to an "
                    + "earlier checkpoint and train with a smaller learning rate."
            );
        }
    }

    /// <summary>The name of the first tensor with a value that is not finite; null where there is none.</summary>
    public static string? FirstNotFinite(IReadOnlyDictionary<string, Tensor> tensors) =>
        FiniteValues.FirstWithout(tensors.Select(each => (each.Key, each.Value)));

    /// <summary>Copies what the file holds into weights. Nothing changes where the file is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="owner">Whose weights they are, for messages.</param>
    /// <param name="weights">What the file has to hold, and nothing else.</param>
    /// <param name="names">What the file calls them, where it has other names.</param>
    /// <exception cref="GanException">The file cannot be read, is damaged, or holds other weights.</exception>
    public static void LoadInto(
        string path,
        string owner,
        IReadOnlyDictionary<string, Tensor> weights,
        WeightNames? names = null
    )
    {
        using var file = SafeTensors.Read(path);
        CopyInto(path, owner, weights, file.Tensors, names);
    }

    /// <summary>The same for what has been read from a file. Nothing changes where it is refused.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="owner">Whose weights they are, for messages.</param>
    /// <param name="weights">What there has to be, and nothing else.</param>
    /// <param name="read">What was in the file.</param>
    /// <param name="names">What the file calls them, where it has other names.</param>
    /// <exception cref="GanException">They are other weights.</exception>
    public static void CopyInto(
        string path,
        string owner,
        IReadOnlyDictionary<string, Tensor> weights,
        IReadOnlyDictionary<string, Tensor> read,
        WeightNames? names = null
    )
    {
        IReadOnlyDictionary<string, Tensor> loaded;
        try
        {
            loaded = names?.Rename(read) ?? read;
            Check(
                weights
                    .Where(weight => loaded.ContainsKey(weight.Key) || !IsCountOfMinibatches(weight.Key))
                    .ToDictionary(StringComparer.Ordinal),
                loaded
            );
        }
        catch (GanException difference)
        {
            var remedy =
                names is not null ? "correct the names, or load it into"
                : read.Count > 0 && read.Keys.All(name => name.StartsWith(DataParallel + ".", StringComparison.Ordinal))
                    ? $"leave out the first part of its names by new WeightNames {{ [\"{DataParallel}\"] = \"\" }}, or load it into"
                : "load it into what it was saved from, or";
            throw new GanException(
                $"'{path}' does not hold the weights of {owner}: {difference.Message.TrimEnd('.')}; {remedy} something declared with the same "
                    + "layers.",
                difference
            );
        }

        using var noGradients = no_grad();
        foreach (var (name, values) in loaded)
        {
            weights[name].copy_(values);
        }
    }

    /// <summary>Models that PyTorch before 0.4.1 has saved do not have them, and no layer computes with them.</summary>
    private static bool IsCountOfMinibatches(string name) =>
        name.EndsWith("num_batches_tracked", StringComparison.Ordinal);

    /// <summary>Refuses weights that are not those of the same layers.</summary>
    /// <param name="weights">What there has to be, and nothing else.</param>
    /// <param name="loaded">What there is.</param>
    /// <exception cref="GanException">One is missing, is another one, or is too much; the message says which.</exception>
    public static void Check(IReadOnlyDictionary<string, Tensor> weights, IReadOnlyDictionary<string, Tensor> loaded)
    {
        var unknown = loaded.Keys.FirstOrDefault(name => !weights.ContainsKey(name));
        foreach (var (name, weight) in weights)
        {
            if (!loaded.TryGetValue(name, out var other))
            {
                throw new GanException(
                    unknown is null
                        ? $"{name} is missing."
                        : $"{name} is missing, while {MessageText.Of(unknown)} is left over."
                );
            }

            if (other.dtype != weight.dtype || !other.shape.AsSpan().SequenceEqual(weight.shape))
            {
                var conversion =
                    other.is_floating_point() && other.shape.AsSpan().SequenceEqual(weight.shape)
                        ? " (convert the weights before they are saved, in PyTorch by model.float())"
                        : "";
                throw new GanException(
                    $"{name} is {other.dtype} {ShapeText.Of(other.shape)}, but has to be {weight.dtype} {ShapeText.Of(weight.shape)}{conversion}."
                );
            }
        }

        if (unknown is not null)
        {
            throw new GanException($"there is no {MessageText.Of(unknown)} in its layers.");
        }
    }
}
