namespace TorchSharp.Modules;

/// <summary>Batch normalisation of volumes [N, C, D, H, W] (PyTorch: <c>torch.nn.BatchNorm3d</c>).</summary>
public sealed class BatchNorm3d : BatchNorm
{
    internal BatchNorm3d(
        long num_features,
        double eps,
        double momentum,
        bool affine,
        bool track_running_stats,
        torch.Device? device,
        torch.ScalarType? dtype
    )
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm3d)) { }

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(torch.Tensor input) => RequireDimensions(input, 5, 5);
}
