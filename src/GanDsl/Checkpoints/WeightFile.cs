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
        foreach (var (name, weight) in weights)
        {
            if (!file.Tensors.TryGetValue(name, out var loaded))
            {
                throw Other($"{name} is missing");
            }

            if (loaded.dtype != weight.dtype || !loaded.shape.AsSpan().SequenceEqual(weight.shape))
            {
                throw Other(
                    $"{name} is {loaded.dtype} {ShapeText.Of(loaded.shape)}, but has to be {weight.dtype} {ShapeText.Of(weight.shape)}"
                );
            }
        }

        if (file.Tensors.Keys.FirstOrDefault(name => !weights.ContainsKey(name)) is { } unknown)
        {
            throw Other($"there is no {unknown} in its layers");
        }

        using var noGradients = no_grad();
        foreach (var (name, weight) in weights)
        {
            weight.copy_(file.Tensors[name]);
        }

        GanException Other(string difference) =>
            new(
                $"'{path}' does not hold the weights of {owner}: {difference}; load it into what it was saved from, or something declared with "
                    + "the same layers."
            );
    }
}
