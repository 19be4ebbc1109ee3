using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Weights by name in a file of the format safetensors: written whole or not at all, and taken over whole or not at all.</summary>
internal static class WeightFile
{
    /// <summary>Parameters and buffers of a network under PyTorch's names.</summary>
    public static Dictionary<string, Tensor> WeightsOf(nn.Module network, string prefix = "") =>
        network
            .state_dict()
            .ToDictionary(weight => prefix + weight.Key, weight => weight.Value, StringComparer.Ordinal);

    /// <summary>Copies what the file holds into weights. Nothing changes where the file is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="owner">Whose weights they are, for messages.</param>
    /// <param name="weights">What the file has to hold, and nothing else.</param>
    /// <exception cref="GanException">The file cannot be read, is damaged, or holds other weights.</exception>
    public static void LoadInto(string path, string owner, IReadOnlyDictionary<string, Tensor> weights)
    {
        using var file = SafeTensors.Read(path);
        try
        {
            Check(weights, file.Tensors);
        }
        catch (GanException difference)
        {
            throw new GanException(
                $"'{path}' does not hold the weights of {owner}: {difference.Message.TrimEnd('.')}; load it into what it was saved from, or "
                    + "something declared with the same layers.",
                difference
            );
        }

        using var noGradients = no_grad();
        foreach (var (name, weight) in weights)
        {
            weight.copy_(file.Tensors[name]);
        }
    }

    /// <summary>Refuses weights that are not those of the same layers.</summary>
    /// <param name="weights">What there has to be, and nothing else.</param>
    /// <param name="loaded">What there is.</param>
    /// <exception cref="GanException">One is missing, is another one, or is too much; the message says which.</exception>
    public static void Check(IReadOnlyDictionary<string, Tensor> weights, IReadOnlyDictionary<string, Tensor> loaded)
    {
        foreach (var (name, weight) in weights)
        {
            if (!loaded.TryGetValue(name, out var other))
            {
                throw new GanException($"{name} is missing.");
            }

            if (other.dtype != weight.dtype || !other.shape.AsSpan().SequenceEqual(weight.shape))
            {
                throw new GanException(
                    $"{name} is {other.dtype} {ShapeText.Of(other.shape)}, but has to be {weight.dtype} {ShapeText.Of(weight.shape)}."
                );
            }
        }

        if (loaded.Keys.FirstOrDefault(name => !weights.ContainsKey(name)) is { } unknown)
        {
            throw new GanException($"there is no {MessageText.Of(unknown)} in its layers.");
        }
    }
}
