using System.ComponentModel;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>The end of a projection discriminator (Miyato and Koyama 2018): features <c>[N, C]</c> and labels <c>[N]</c> to logits <c>[N, 1]</c>.</summary>
public sealed class Projection : nn.Module<Tensor, Tensor, Tensor>, ISpectrallyNormalized
{
    private readonly Linear linear;
    private readonly LabelEmbedding embedding;
    private SpectralNorm? linearSpectralNorm;
    private SpectralNorm? embeddingSpectralNorm;

    /// <summary>Both parts start as PyTorch's linear layers do: vectors of the labels that start wider would drown the rest of the logit.</summary>
    /// <param name="features">C.</param>
    /// <param name="classes">The number of classes.</param>
    public Projection(long features, long classes)
        : base(nameof(Projection))
    {
        linear = nn.Linear(features, 1);
        embedding = new LabelEmbedding(classes, features);
        var bound = 1 / Math.Sqrt(features);
        nn.init.uniform_(embedding.weight, -bound, bound);
        RegisterComponents();
    }

    IEnumerable<(nn.Module Layer, SpectralNorm? Norm)> ISpectrallyNormalized.SpectralNorms =>
        [(linear, linearSpectralNorm), (embedding, embeddingSpectralNorm)];

    /// <summary>
    /// From now on divides w and the matrix of the vectors, each by its largest singular value. Called once, when the weights have their first values.
    /// </summary>
    /// <param name="powerIterations">The power iterations of each forward pass in training.</param>
    /// <param name="eps">The least norm that singular vectors are divided by.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void NormalizeWeights(int powerIterations = 1, double eps = 1e-12)
    {
        linearSpectralNorm = SpectralNorm.Within(this, nameof(linearSpectralNorm), linear.weight, powerIterations, eps);
        embeddingSpectralNorm = SpectralNorm.Within(
            this,
            nameof(embeddingSpectralNorm),
            embedding.weight,
            powerIterations,
            eps
        );
    }

    /// <summary>w·φ + b + e(y)·φ for each example.</summary>
    public override Tensor forward(Tensor input, Tensor labels)
    {
        using var scope = NewDisposeScope();
        var vectors = SpectralNorm.Divide(embedding.call(labels), embedding.weight, embeddingSpectralNorm);
        var ofLabels = (vectors * input).sum(1, keepdim: true);

        // φ in the place of w: the bias stays as it is.
        var features = SpectralNorm.Divide(input, linear.weight, linearSpectralNorm);
        return linear.call(features).Plus(ofLabels).MoveToOuterDisposeScope();
    }
}
