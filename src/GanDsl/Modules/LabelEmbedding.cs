using System.ComponentModel;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>
/// A learned vector for each class (PyTorch: <c>torch.nn.Embedding</c>): labels <c>[N]</c> to vectors <c>[N, dimensions]</c>. It stands
/// here because TorchSharp's own loses its parameter where it is created within a dispose scope.
/// </summary>
public sealed class LabelEmbedding : nn.Module<Tensor, Tensor>, ISpectrallyNormalized
{
    internal readonly Parameter weight;
    private SpectralNorm? weightSpectralNorm;

    /// <summary>Draws the vectors from a standard normal distribution.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="dimensions">Values of each vector.</param>
    public LabelEmbedding(long classes, long dimensions)
        : base(nameof(LabelEmbedding))
    {
        weight = OwnParameter.Of(randn(classes, dimensions));
        RegisterComponents();
    }

    IEnumerable<(nn.Module Layer, SpectralNorm? Norm)> ISpectrallyNormalized.SpectralNorms =>
        [(this, weightSpectralNorm)];

    /// <summary>
    /// From now on divides the matrix of all vectors by its largest singular value. Called once, when the weights have their first values.
    /// </summary>
    /// <param name="powerIterations">The power iterations of each forward pass in training.</param>
    /// <param name="eps">The least norm that singular vectors are divided by.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void NormalizeWeights(int powerIterations = 1, double eps = 1e-12)
    {
        weightSpectralNorm = SpectralNorm.Within(this, nameof(weightSpectralNorm), weight, powerIterations, eps);
    }

    /// <summary>The vector of each label.</summary>
    public override Tensor forward(Tensor labels)
    {
        using var scope = NewDisposeScope();
        var vectors = weight.index_select(0, labels);
        return SpectralNorm.Divide(vectors, weight, weightSpectralNorm).MoveToOuterDisposeScope();
    }
}
