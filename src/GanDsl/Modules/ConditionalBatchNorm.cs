using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>Batch normalisation with a scale and a shift for each class (de Vries et al. 2017): <c>[N, C, …]</c> and labels <c>[N]</c> to <c>[N, C, …]</c>.</summary>
public sealed class ConditionalBatchNorm : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly BatchNormalization norm;
    private readonly Parameter weight;
    private readonly Parameter bias;

    /// <summary>Starts as a batch normalisation without scale and shift: 1 and 0 for every class.</summary>
    /// <param name="channels">C.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="rank">The dimensions of an example: 1 for <c>[N, C]</c>, 3 for <c>[N, C, H, W]</c>.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="momentum">The weight of the new minibatch in the running statistics.</param>
    public ConditionalBatchNorm(long channels, long classes, int rank, double eps = 1e-5, double momentum = 0.1)
        : base(nameof(ConditionalBatchNorm))
    {
        norm = new BatchNormalization(channels, rank, eps, momentum, affine: false);
        weight = OwnParameter.Of(ones(classes, channels));
        bias = OwnParameter.Of(zeros(classes, channels));
        RegisterComponents();
    }

    /// <summary>Normalises, then scales and shifts each example as its class has learned.</summary>
    public override Tensor forward(Tensor input, Tensor labels)
    {
        using var scope = NewDisposeScope();
        var normalized = norm.call(input);
        long[] places = [input.shape[0], input.shape[1], .. Enumerable.Repeat(1L, (int)input.dim() - 2)];
        var scale = weight.index_select(0, labels).reshape(places);
        var shift = bias.index_select(0, labels).reshape(places);
        return (scale * normalized).Plus(shift).MoveToOuterDisposeScope();
    }
}
