using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Modules;

/// <summary>Self-attention over the positions of signals, images or volumes (Zhang et al. 2018).</summary>
public sealed class SelfAttention : Module<Tensor, Tensor>, ISpectrallyNormalized
{
    private readonly Parameter gamma;
    private readonly Conv1d f;
    private readonly Conv1d g;
    private readonly Conv1d h;
    private SpectralNorm? fSpectralNorm;
    private SpectralNorm? gSpectralNorm;
    private SpectralNorm? hSpectralNorm;

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

    IEnumerable<(Module Layer, SpectralNorm? Norm)> ISpectrallyNormalized.SpectralNorms =>
        [(f, fSpectralNorm), (g, gSpectralNorm), (h, hSpectralNorm)];

    /// <summary>
    /// From now on divides the weight of each map by its largest singular value. Called once, when the weights have their first values.
    /// </summary>
    /// <param name="powerIterations">The power iterations of each forward pass in training.</param>
    /// <param name="eps">The least norm that singular vectors are divided by.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void NormalizeWeights(int powerIterations = 1, double eps = 1e-12)
    {
        fSpectralNorm = SpectralNorm.Within(this, nameof(fSpectralNorm), f.weight!, powerIterations, eps);
        gSpectralNorm = SpectralNorm.Within(this, nameof(gSpectralNorm), g.weight!, powerIterations, eps);
        hSpectralNorm = SpectralNorm.Within(this, nameof(hSpectralNorm), h.weight!, powerIterations, eps);
    }

    /// <summary>Maps [N, C, …] to the same shape.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input.flatten(2);
        var scores = Scores(Map(f, fSpectralNorm, x), Map(g, gSpectralNorm, x));
        var mixed = Mix(Map(h, hSpectralNorm, x), scores.softmax(2));
        return (gamma * mixed).Plus(x).reshape(input.shape).MoveToOuterDisposeScope();
    }

    /// <summary>The same with its maps and products in bfloat16, its weights and the sum in float32; answers bfloat16.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Tensor InBFloat16(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input.flatten(2);
        var scores = Scores(MapInBFloat16(f, fSpectralNorm, x), MapInBFloat16(g, gSpectralNorm, x)).to(float32);
        var mixed = Mix(MapInBFloat16(h, hSpectralNorm, x), scores.softmax(2).to(bfloat16));
        return (gamma * mixed).Plus(x).to(bfloat16).reshape(input.shape).MoveToOuterDisposeScope();
    }

    /// <summary>Divides the weight, which has fewer values than what it maps.</summary>
    private static Tensor Map(Conv1d map, SpectralNorm? norm, Tensor x) =>
        norm is null ? map.call(x) : functional.conv1d(x, SpectralNorm.Divide(map.weight!, map.weight!, norm));

    private static Tensor MapInBFloat16(Conv1d map, SpectralNorm? norm, Tensor x) =>
        norm is null
            ? map.InBFloat16(x)
            : functional.conv1d(x.to(bfloat16), SpectralNorm.Divide(map.weight!, map.weight!, norm).to(bfloat16));

    /// <summary>Row j of the scores says how much each position i counts at j. By bmm: TorchSharp's matmul ends the process on a wrong shape.</summary>
    private static Tensor Scores(Tensor keys, Tensor queries) => queries.transpose(1, 2).bmm(keys);

    private static Tensor Mix(Tensor values, Tensor weights) => values.bmm(weights.transpose(1, 2));
}
