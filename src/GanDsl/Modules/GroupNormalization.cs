using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Modules;

/// <summary>
/// Normalisation of each example over groups of channels (Wu and He 2018, PyTorch: <c>torch.nn.GroupNorm</c>). It stands here because
/// TorchSharp's own leaves its parameters uninitialised and takes no vectors.
/// </summary>
public sealed class GroupNormalization : Module<Tensor, Tensor>
{
    private readonly long groups;
    private readonly double eps;
    private readonly Parameter? weight;
    private readonly Parameter? bias;

    /// <summary>Creates the scales (ones) and shifts (zeros).</summary>
    /// <param name="groups">The number of groups.</param>
    /// <param name="channels">The number of channels, a multiple of it.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="affine">Whether there are scales and shifts.</param>
    public GroupNormalization(long groups, long channels, double eps = 1e-5, bool affine = true)
        : base(nameof(GroupNormalization))
    {
        this.groups = groups;
        this.eps = eps;
        if (affine)
        {
            weight = OwnParameter.Of(ones(channels));
            bias = OwnParameter.Of(zeros(channels));
        }

        RegisterComponents();
    }

    /// <summary>Maps [N, C, …] to the same shape.</summary>
    public override Tensor forward(Tensor input) => functional.group_norm(input, groups, weight, bias, eps);
}
