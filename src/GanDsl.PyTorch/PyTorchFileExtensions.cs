using TorchSharp.PyBridge;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The weights of a network in files of PyTorch: what <c>torch.save(model.state_dict(), path)</c> writes.</summary>
public static class PyTorchFileExtensions
{
    /// <summary>Saves parameters and buffers under PyTorch's names, for <c>model.load_state_dict(torch.load(path))</c>.</summary>
    /// <param name="network">The network; it must not be trained meanwhile.</param>
    /// <param name="path">The file, usually *.pt; one that exists is replaced once the new one is complete.</param>
    /// <exception cref="GanException">The file cannot be written, or a weight is not finite; one that was there is as it was.</exception>
    public static void SavePyTorch(this nn.Module network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var scope = NewDisposeScope();

        // Copies in the order of their dimensions: the format is written from the memory of a tensor, whatever its layout.
        WeightFile.RequireFinite(WeightFile.WeightsOf(network), $"the network {network.GetName()}");
        var weights = WeightFile
            .WeightsOf(network)
            .ToDictionary(weight => weight.Key, weight => weight.Value.detach().cpu().contiguous());
        FileReplacement.Write(path, stream => PyTorchPickler.PickleStateDict(stream, weights, leaveOpen: true));
    }

    /// <summary>Loads what <see cref="SavePyTorch"/> or PyTorch has written. Nothing changes where the file is refused.</summary>
    /// <param name="network">The network; it must not be trained meanwhile.</param>
    /// <param name="path">The file: a state dictionary, not a whole module.</param>
    /// <param name="names">What the file calls the weights, where it has other names; null where it has ours.</param>
    /// <exception cref="GanException">The file cannot be read, is damaged, or holds the weights of another network.</exception>
    public static void LoadPyTorch(this nn.Module network, string path, WeightNames? names = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var scope = NewDisposeScope();
        WeightFile.CopyInto(
            path,
            $"the network {network.GetName()}",
            WeightFile.WeightsOf(network),
            PyTorchFile.Read(path),
            names
        );
    }
}
