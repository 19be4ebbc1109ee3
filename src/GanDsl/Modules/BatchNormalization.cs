using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>
/// Batch normalisation of each channel (Ioffe and Szegedy 2015, PyTorch: <c>torch.nn.BatchNorm1d</c> to <c>BatchNorm3d</c>). TorchSharp's
/// own adds a temporary scalar to the number of minibatches, which the garbage collector may free in the middle of the call; all else
/// is inherited from it.
/// </summary>
public sealed class BatchNormalization : BatchNorm
{
    private readonly int rank;

    /// <summary>Creates the scales (ones), the shifts (zeros) and the running statistics.</summary>
    /// <param name="channels">The number of channels.</param>
    /// <param name="rank">The dimensions of an example: 1 for <c>[N, C]</c>, 3 for <c>[N, C, H, W]</c>.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="momentum">The weight of the new minibatch in the running statistics.</param>
    /// <param name="affine">Whether there are scales and shifts.</param>
    /// <param name="trackRunningStats">Whether running statistics are kept for evaluation.</param>
    public BatchNormalization(
        long channels,
        int rank,
        double eps = 1e-5,
        double momentum = 0.1,
        bool affine = true,
        bool trackRunningStats = true
    )
        : base(channels, eps, momentum, affine, trackRunningStats, null, null, nameof(BatchNormalization)) =>
        this.rank = rank;

    /// <summary>Maps <c>[N, C, …]</c> to the same shape.</summary>
    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        if (training && num_batches_tracked is not null)
        {
            MinibatchCounts.Add(this);
        }

        return nn.functional.batch_norm(
            input,
            running_mean,
            running_var,
            weight,
            bias,
            training || running_mean is null,
            momentum!.Value,
            eps
        );
    }

    /// <summary>Refuses what has another number of dimensions.</summary>
    /// <exception cref="ArgumentException">The input has not the dimensions that the layer was created for.</exception>
    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.dim() != rank + 1)
        {
            throw new ArgumentException(
                $"This batch normalisation takes {rank + 1} dimensions, the first for the minibatch, but was given "
                    + $"{ShapeText.Of(input.shape)}."
            );
        }
    }
}
