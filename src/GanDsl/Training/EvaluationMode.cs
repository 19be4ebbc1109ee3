using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Puts a network into evaluation mode (no dropout, running statistics in BatchNorm) until it is disposed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EvaluationMode : IDisposable
{
    private readonly nn.Module network;
    private readonly bool wasTraining;

    /// <summary>Switches the network to evaluation.</summary>
    public EvaluationMode(nn.Module network)
    {
        this.network = network;
        wasTraining = network.training;
        network.eval();
    }

    /// <summary>Gives the network the mode that it had.</summary>
    public void Dispose() => network.train(wasTraining);
}
