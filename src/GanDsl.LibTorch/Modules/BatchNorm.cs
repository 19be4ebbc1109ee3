namespace TorchSharp.Modules;

/// <summary>Base class of batch normalisations (Ioffe and Szegedy 2015, PyTorch: <c>torch.nn.BatchNorm1d</c> to <c>3d</c>).</summary>
public abstract class BatchNorm : NormBase
{
    /// <summary>Creates the parameters (ones and zeros) and the statistics (mean 0, variance 1).</summary>
    /// <param name="num_features">Number of channels.</param>
    /// <param name="eps">Added to the variance before the square root.</param>
    /// <param name="momentum">Weight of the newest batch in the running statistics.</param>
    /// <param name="affine">Whether there are weight and bias.</param>
    /// <param name="track_running_stats">Whether there are running statistics.</param>
    /// <param name="device">Where they are created; default: the default device.</param>
    /// <param name="dtype">Their element type; default: the default type.</param>
    /// <param name="name">The name that <see cref="torch.nn.Module.GetName"/> returns.</param>
    public BatchNorm(
        long num_features,
        double eps,
        double momentum,
        bool affine,
        bool track_running_stats,
        torch.Device? device,
        torch.ScalarType? dtype,
        string name
    )
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name) { }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input)
    {
        ValidateInputDimensions(input);
        var newestWeight = momentum ?? 0.0;
        if (training && track_running_stats && num_batches_tracked is { } batches)
        {
            _ = batches.add_(1);
            newestWeight = momentum ?? (1.0 / batches.item<long>());
        }

        // Evaluation without running statistics normalises by the batch, as training does.
        var isByBatch = training || (running_mean is null && running_var is null);
        var isTracking = !training || track_running_stats;
        return torch.nn.functional.batch_norm(
            input,
            isTracking ? running_mean : null,
            isTracking ? running_var : null,
            weight,
            bias,
            isByBatch,
            newestWeight,
            eps
        );
    }
}
