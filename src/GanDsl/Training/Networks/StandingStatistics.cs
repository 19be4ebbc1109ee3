using System.ComponentModel;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Standing statistics (Brock et al. 2018, appendix C): those of BatchNorm as the weights give them now, over many minibatches, rather than a
/// trace of what former weights gave.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StandingStatistics
{
    /// <summary>Sets the running means and variances of all BatchNorm layers to the means over minibatches; all else is in evaluation mode.</summary>
    /// <param name="network">The network.</param>
    /// <param name="minibatches">How many, at least 1.</param>
    /// <param name="forward">Lets the network see the next one.</param>
    public static void Compute(nn.Module network, int minibatches, Func<Tensor> forward)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(forward);
        OptionCheck.AtLeast(1, minibatches, nameof(minibatches));
        BatchNorm[] layers = [.. network.modules().OfType<BatchNorm>().Where(layer => layer.running_mean is not null)];
        double?[] momenta = [.. layers.Select(layer => layer.momentum)];
        using var noGradients = no_grad();
        using var evaluation = new EvaluationMode(network);
        try
        {
            foreach (var layer in layers)
            {
                layer.train();
            }

            for (var seen = 1; seen <= minibatches; seen++)
            {
                foreach (var layer in layers)
                {
                    // The weight of the n-th value in the mean of n values.
                    layer.momentum = 1.0 / seen;
                }

                using var scope = NewDisposeScope();
                forward();
            }
        }
        finally
        {
            for (var i = 0; i < layers.Length; i++)
            {
                layers[i].momentum = momenta[i];
            }
        }
    }
}
