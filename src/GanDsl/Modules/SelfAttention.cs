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
        gamma = OwnParameter.Of(zeros(1));
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
        var scores = Scores(f.call(x), g.call(x));
        var mixed = Mix(h.call(x), scores.softmax(2));
        return (gamma * mixed).Plus(x).reshape(input.shape).MoveToOuterDisposeScope();
    }

    /// <summary>The same with its maps and products in bfloat16, its weights and the sum in float32; answers bfloat16.</summary>
    public Tensor InBFloat16(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input.flatten(2);
        var scores = Scores(f.InBFloat16(x), g.InBFloat16(x)).to(float32);
        var mixed = Mix(h.InBFloat16(x), scores.softmax(2).to(bfloat16));
        return (gamma * mixed).Plus(x).to(bfloat16).reshape(input.shape).MoveToOuterDisposeScope();
    }

    /// <summary>Row j of the scores says how much each position i counts at j. By bmm: TorchSharp's matmul ends the process on a wrong shape.</summary>
    private static Tensor Scores(Tensor keys, Tensor queries) => queries.transpose(1, 2).bmm(keys);

    private static Tensor Mix(Tensor values, Tensor weights) => values.bmm(weights.transpose(1, 2));
}
