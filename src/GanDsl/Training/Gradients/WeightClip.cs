using System.ComponentModel;
using GanDsl.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Clips the parameters of a network, the Lipschitz constraint of Arjovsky et al. 2017.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightClip
{
    /// <summary>Moves every value of every parameter into [-bound, bound].</summary>
    public static void Apply(nn.Module network, double bound)
    {
        using var noGradients = no_grad();
        foreach (var parameter in network.parameters())
        {
            parameter.Clamp_(-bound, bound);
        }
    }
}
