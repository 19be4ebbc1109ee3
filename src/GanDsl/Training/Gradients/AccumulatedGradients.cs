using System.ComponentModel;
using GanDsl.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>The gradients that the parts of a minibatch have added up.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AccumulatedGradients
{
    /// <summary>Divides all gradients of a network by the number of parts: each part's loss is a mean over its examples.</summary>
    /// <param name="network">The network, after the backward passes of all parts.</param>
    /// <param name="parts">How many.</param>
    public static void Average(nn.Module network, int parts)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        foreach (var gradient in network.parameters().Select(parameter => parameter.grad).OfType<Tensor>())
        {
            gradient.DividedBy_(parts);
        }
    }
}
