namespace TorchSharp.Modules;

/// <summary>Instance normalisation of volumes [N, C, D, H, W]; N may be left out (PyTorch: <c>torch.nn.InstanceNorm3d</c>).</summary>
public sealed class InstanceNorm3d : InstanceNorm
{
    internal InstanceNorm3d(
        long num_features,
        double eps,
        double momentum,
        bool affine,
        bool track_running_stats,
        torch.Device? device,
        torch.ScalarType? dtype
    )
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm3d)) { }

    /// <inheritdoc/>
    protected override long GetNumberOfBatchDimensions() => 4;

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(torch.Tensor input) => RequireDimensions(input, 4, 5);
}
