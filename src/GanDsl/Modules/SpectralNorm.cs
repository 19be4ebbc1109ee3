using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>
/// Estimates the largest singular value of a weight by power iteration (Miyato et al. 2018). It is called with the weight; the answer is
/// a number with a gradient, σ = uᵀWv for the estimated singular vectors u and v. PyTorch:
/// <c>torch.nn.utils.parametrizations.spectral_norm</c>.
/// </summary>
/// <remarks>State: <c>_u</c> and <c>_v</c>.</remarks>
public sealed class SpectralNorm : nn.Module<Tensor, Tensor>
{
    /// <summary>As many as PyTorch makes, so that the first value is close.</summary>
    private const int FirstIterations = 15;

    private readonly int outputDimension;
    private readonly int powerIterations;
    private readonly double eps;

    /// <summary>Estimates the singular vectors of a weight as it is now, from random ones.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="outputDimension">The dimension that counts outputs: 1 for transposed convolutions, else 0.</param>
    /// <param name="powerIterations">The iterations of each call in training.</param>
    /// <param name="eps">The least norm that vectors are divided by.</param>
    public SpectralNorm(Tensor weight, int outputDimension, int powerIterations = 1, double eps = 1e-12)
        : base(nameof(SpectralNorm))
    {
        (this.outputDimension, this.powerIterations, this.eps) = (outputDimension, powerIterations, eps);
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var matrix = MatrixOf(weight);
        register_buffer("_u", Normalized(randn_like(matrix.select(1, 0))).DetachFromDisposeScope());
        register_buffer("_v", Normalized(randn_like(matrix.select(0, 0))).DetachFromDisposeScope());
        Iterate(matrix, FirstIterations);
    }

    /// <summary>A norm of a weight with one row for each output, as a child of the module that divides by it.</summary>
    internal static SpectralNorm Within(nn.Module module, string name, Tensor weight, int powerIterations, double eps)
    {
        var norm = new SpectralNorm(weight, outputDimension: 0, powerIterations, eps);
        module.register_module(name, norm);
        return norm;
    }

    /// <summary>The largest singular value of the weight. In training one iteration comes first, in evaluation nothing changes.</summary>
    /// <param name="weight">The weight.</param>
    public override Tensor forward(Tensor weight)
    {
        using var scope = NewDisposeScope();
        var matrix = MatrixOf(weight);
        if (training)
        {
            using var noGradients = no_grad();
            Iterate(matrix, powerIterations);
        }

        // Cloned: the next pass changes the buffers, and the gradient of this one still needs them.
        var (u, v) = (Buffer("_u").clone(), Buffer("_v").clone());
        return u.dot(matrix.mv(v)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// A tensor divided by the largest singular value of a weight: the weight itself, or what is multiplied by it. Unchanged without a norm.
    /// </summary>
    internal static Tensor Divide(Tensor tensor, Tensor weight, SpectralNorm? norm) =>
        norm is null ? tensor : tensor / norm.call(weight);

    /// <summary>One row for each output.</summary>
    private Tensor MatrixOf(Tensor weight) =>
        outputDimension == 0 ? weight.flatten(1) : weight.transpose(0, outputDimension).flatten(1);

    private void Iterate(Tensor matrix, int count)
    {
        var (u, v) = (Buffer("_u"), Buffer("_v"));
        for (var iteration = 0; iteration < count; iteration++)
        {
            u.copy_(Normalized(matrix.mv(v)));
            v.copy_(Normalized(matrix.t().mv(u)));
        }
    }

    private Tensor Normalized(Tensor vector) => nn.functional.normalize(vector, 2, 0, eps);

    /// <summary>Looked up at each use: moving a module to a device can put another tensor in the place of a buffer.</summary>
    private Tensor Buffer(string name) => get_buffer(name)!;
}
