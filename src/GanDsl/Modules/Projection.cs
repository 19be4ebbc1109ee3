using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>The end of a projection discriminator (Miyato and Koyama 2018): features <c>[N, C]</c> and labels <c>[N]</c> to logits <c>[N, 1]</c>.</summary>
public sealed class Projection : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Linear linear;
    private readonly LabelEmbedding embedding;

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

    /// <summary>w·φ + b + e(y)·φ for each example.</summary>
    public override Tensor forward(Tensor input, Tensor labels)
    {
        using var scope = NewDisposeScope();
        var ofLabels = (embedding.call(labels) * input).sum(1, keepdim: true);
        return linear.call(input).Plus(ofLabels).MoveToOuterDisposeScope();
    }
}
