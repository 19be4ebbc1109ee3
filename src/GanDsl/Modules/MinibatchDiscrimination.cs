using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Modules;

/// <summary>Features that tell how close each example is to the others of its minibatch (Salimans et al. 2016, section 3.2).</summary>
public sealed class MinibatchDiscrimination : Module<Tensor, Tensor>
{
    private readonly Parameter T;

    /// <summary>Creates T, drawn from U(-1/√in, 1/√in).</summary>
    /// <param name="inFeatures">The features of the input.</param>
    /// <param name="outFeatures">The features that are added.</param>
    /// <param name="kernelDims">The values that each feature compares examples by.</param>
    public MinibatchDiscrimination(long inFeatures, long outFeatures, long kernelDims)
        : base(nameof(MinibatchDiscrimination))
    {
        var bound = 1 / Math.Sqrt(inFeatures);
        T = OwnParameter.Of(rand(inFeatures, outFeatures, kernelDims).Times(2 * bound).Minus(bound));
        RegisterComponents();
    }

    /// <summary>Maps [N, in] to [N, in + out].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();

        // Not by matmul, which would end the process on a wrong width.
        var m = input.mm(T.flatten(1)).reshape(-1, T.shape[1], T.shape[2]);
        var distances = (m.unsqueeze(0) - m.unsqueeze(1)).abs().sum([3]);

        // Each example is as close as can be to itself: exp(0) = 1, which tells nothing.
        var closeness = (-distances).exp().sum([1]).Minus(1);
        return cat([input, closeness], 1).MoveToOuterDisposeScope();
    }
}
