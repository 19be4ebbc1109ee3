using System.ComponentModel;
using GanDsl.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Scales gradients down. PyTorch: <c>torch.nn.utils.clip_grad_norm_</c>, whose formula it is; TorchSharp's waits for the device.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GradientClipping
{
    private const double Epsilon = 1e-6;

    /// <summary>Multiplies all gradients of a network by min(1, norm / (‖gradient‖ + 1e-6)).</summary>
    /// <param name="network">The network, after its backward pass.</param>
    /// <param name="norm">The largest Euclidean norm, over all parameters together, that stays as it is.</param>
    public static void Apply(nn.Module network, double norm)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        Tensor[] gradients = [.. network.parameters().Select(parameter => parameter.grad).OfType<Tensor>()];
        if (gradients.Length == 0)
        {
            return;
        }

        var all = stack([.. gradients.Select(gradient => gradient.norm())]).norm();
        var factor = all.Plus(Epsilon).reciprocal_().Times(norm).Clamp_(0, 1);
        foreach (var gradient in gradients)
        {
            gradient.mul_(factor);
        }
    }
}
