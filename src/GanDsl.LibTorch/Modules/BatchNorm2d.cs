namespace TorchSharp.Modules;

/// <summary>Batch normalisation of images [N, C, H, W] (PyTorch: <c>torch.nn.BatchNorm2d</c>).</summary>
public sealed class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(
        long num_features,
        double eps,
        double momentum,
        bool affine,
        bool track_running_stats,
        torch.Device? device,
        torch.ScalarType? dtype
    )
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm2d)) { }

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(torch.Tensor input) => RequireDimensions(input, 4, 4);
}
