namespace TorchSharp.Modules;

/// <summary>Batch normalisation of vectors [N, C] and signals [N, C, L] (PyTorch: <c>torch.nn.BatchNorm1d</c>).</summary>
public sealed class BatchNorm1d : BatchNorm
{
    internal BatchNorm1d(
        long num_features,
        double eps,
        double momentum,
        bool affine,
        bool track_running_stats,
        torch.Device? device,
        torch.ScalarType? dtype
    )
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d)) { }

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(torch.Tensor input) => RequireDimensions(input, 2, 3);
}
