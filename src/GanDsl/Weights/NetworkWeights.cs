using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The weights of one network in a file of the format safetensors, as PyTorch's <c>load_state_dict</c> takes them.</summary>
public static class NetworkWeights
{
    /// <summary>Saves parameters and buffers under PyTorch's names.</summary>
    /// <param name="path">The file, usually *.safetensors; one that exists is replaced once the new one is complete.</param>
    /// <param name="network">The network; it must not be trained meanwhile.</param>
    /// <exception cref="GanException">The file cannot be written, or a weight is not finite; one that was there is as it was.</exception>
    public static void Save(string path, nn.Module network)
    {
        ArgumentNullException.ThrowIfNull(network);
        WeightFile.Save(
            path,
            $"the network {network.GetName()}",
            WeightFile.WeightsOf(network),
            new Dictionary<string, string> { ["format"] = "pt", ["network"] = network.GetName() }
        );
    }

    /// <summary>Loads what <see cref="Save"/> or PyTorch has written. Nothing changes where the file is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="network">The network; it must not be trained meanwhile.</param>
    /// <exception cref="GanException">The file cannot be read, is damaged, or holds the weights of another network.</exception>
    public static void Load(string path, nn.Module network)
    {
        ArgumentNullException.ThrowIfNull(network);
        WeightFile.LoadInto(path, $"the network {network.GetName()}", WeightFile.WeightsOf(network));
    }

    /// <summary>Loads what has other names for our weights, such as a model of PyTorch. Nothing changes where the file is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="network">The network; it must not be trained meanwhile.</param>
    /// <param name="names">The names of the file, and ours for them.</param>
    /// <exception cref="GanException">
    /// The file cannot be read or is damaged; or under those names it does not hold the weights of the network, each once and no other.
    /// </exception>
    public static void Load(string path, nn.Module network, WeightNames names)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(names);
        WeightFile.LoadInto(path, $"the network {network.GetName()}", WeightFile.WeightsOf(network), names);
    }
}
