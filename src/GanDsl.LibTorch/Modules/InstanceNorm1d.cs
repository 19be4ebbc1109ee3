namespace TorchSharp.Modules;

/// <summary>Instance normalisation of signals [N, C, L]; N may be left out (PyTorch: <c>torch.nn.InstanceNorm1d</c>).</summary>
public sealed class InstanceNorm1d : InstanceNorm
{
    internal InstanceNorm1d(
        long num_features,
        double eps,
        double momentum,
        bool affine,
        bool track_running_stats,
        torch.Device? device,
        torch.ScalarType? dtype
    )
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm1d)) { }

    /// <inheritdoc/>
    protected override long GetNumberOfBatchDimensions() => 2;

    /// <inheritdoc/>
    protected override void ValidateInputDimensions(torch.Tensor input) => RequireDimensions(input, 2, 3);
}
