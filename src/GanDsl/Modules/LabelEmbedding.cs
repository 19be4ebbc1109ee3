using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>
/// A learned vector for each class (PyTorch: <c>torch.nn.Embedding</c>): labels <c>[N]</c> to vectors <c>[N, dimensions]</c>. It stands
/// here because TorchSharp's own loses its parameter where it is created within a dispose scope.
/// </summary>
public sealed class LabelEmbedding : nn.Module<Tensor, Tensor>
{
    internal readonly Parameter weight;

    /// <summary>Draws the vectors from a standard normal distribution.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <param name="dimensions">Values of each vector.</param>
    public LabelEmbedding(long classes, long dimensions)
        : base(nameof(LabelEmbedding))
    {
        weight = OwnParameter.Of(randn(classes, dimensions));
        RegisterComponents();
    }

    /// <summary>The vector of each label.</summary>
    public override Tensor forward(Tensor labels) => weight.index_select(0, labels);
}
