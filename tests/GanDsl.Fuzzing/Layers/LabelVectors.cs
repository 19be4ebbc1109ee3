using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>A vector for each label, looked up in a product with one-hot labels: TorchSharp's Embedding loses its weight in a scope.</summary>
internal sealed class LabelVectors : nn.Module<Tensor, Tensor>
{
    private readonly Parameter vectors;

    public LabelVectors(Tensor vectors)
        : base(nameof(LabelVectors))
    {
        this.vectors = new(vectors);
        register_parameter("weight", this.vectors);
    }

    /// <summary>Labels [N] to vectors [N, C].</summary>
    public override Tensor forward(Tensor input)
    {
        var oneHot = input.unsqueeze(1).eq(arange(vectors.shape[0])).to(vectors.dtype);
        return (oneHot.unsqueeze(2) * vectors).sum(1);
    }
}
