using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Modules;

/// <summary>Self-attention over the positions of signals, images or volumes (Zhang et al. 2019).</summary>
public sealed class SelfAttention : Module<Tensor, Tensor>
{
    private readonly Parameter gamma;
    private readonly Conv1d f;
    private readonly Conv1d g;
    private readonly Conv1d h;

    /// <summary>Creates the three maps with PyTorch's default initialisation, and gamma = 0: at first the layer changes nothing.</summary>
    /// <param name="channels">C, the channels of the input.</param>
    public SelfAttention(long channels)
        : base(nameof(SelfAttention))
    {
        var keys = Math.Max(1, channels / 8);
        gamma = new Parameter(zeros(1));
        f = Conv1d(channels, keys, 1, bias: false);
        g = Conv1d(channels, keys, 1, bias: false);
        h = Conv1d(channels, channels, 1, bias: false);
        RegisterComponents();
    }

    /// <summary>Maps [N, C, …] to the same shape.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input.flatten(2);

        // Row j of the weights says how much each position i counts at j. TorchSharp's matmul would end the process on a wrong shape.
        var scores = g.call(x).transpose(1, 2).bmm(f.call(x));
        var weights = scores.softmax(2);
        var mixed = h.call(x).bmm(weights.transpose(1, 2));

        return ((gamma * mixed) + x).reshape(input.shape).MoveToOuterDisposeScope();
    }
}
