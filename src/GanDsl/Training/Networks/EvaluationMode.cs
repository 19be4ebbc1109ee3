using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Puts a network into evaluation mode (no dropout, running statistics in BatchNorm) until it is disposed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EvaluationMode : IDisposable
{
    private readonly List<(nn.Module Module, bool WasTraining)> modes;

    /// <summary>Switches the network to evaluation.</summary>
    public EvaluationMode(nn.Module network)
    {
        ArgumentNullException.ThrowIfNull(network);
        // The network first, then its parts.
        IEnumerable<nn.Module> modules = [network, .. network.modules()];
        modes = [.. modules.Select(module => (module, module.training))];
        network.eval();
    }

    /// <summary>Gives the network the mode that it had, and each of its parts its own: one may be in evaluation mode for good.</summary>
    public void Dispose()
    {
        foreach (var (module, wasTraining) in modes.Where(each => each.Module.training != each.WasTraining))
        {
            module.train(wasTraining);
        }
    }
}
