using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>
/// A rectified linear unit with a learned slope (He et al. 2015, PyTorch: <c>torch.nn.PReLU</c>). TorchSharp's own fills its weight from a
/// temporary scalar, which the garbage collector may free in the middle of the call.
/// </summary>
public sealed class ParametricReLU : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;

    /// <summary>Creates the slopes.</summary>
    /// <param name="count">1, or the number of channels.</param>
    /// <param name="init">The slope below zero before training.</param>
    public ParametricReLU(long count, double init = 0.25)
        : base(nameof(ParametricReLU))
    {
        weight = OwnParameter.Of(ones(count).Times(init));
        RegisterComponents();
    }

    /// <summary>x for x ≥ 0, weight · x below: any shape to the same.</summary>
    public override Tensor forward(Tensor input) => nn.functional.prelu(input, weight);
}
