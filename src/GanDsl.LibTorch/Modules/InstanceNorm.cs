namespace TorchSharp.Modules;

/// <summary>Base class of instance normalisations (Ulyanov et al. 2016, PyTorch: <c>torch.nn.InstanceNorm1d</c> to <c>3d</c>).</summary>
public abstract class InstanceNorm : NormBase
{
    /// <summary>Creates the parameters (ones and zeros) and the statistics (mean 0, variance 1).</summary>
    /// <param name="num_features">Number of channels.</param>
    /// <param name="eps">Added to the variance before the square root.</param>
    /// <param name="momentum">Weight of the newest batch in the running statistics; null for 0.1.</param>
    /// <param name="affine">Whether there are weight and bias.</param>
    /// <param name="track_running_stats">Whether there are running statistics.</param>
    /// <param name="device">Where they are created; default: the default device.</param>
    /// <param name="dtype">Their element type; default: the default type.</param>
    /// <param name="name">The name that <see cref="torch.nn.Module.GetName"/> returns.</param>
    public InstanceNorm(
        long num_features,
        double eps,
        double? momentum,
        bool affine,
        bool track_running_stats,
        torch.Device? device,
        torch.ScalarType? dtype,
        string name
    )
        : base(num_features, eps, momentum ?? 0.1, affine, track_running_stats, device, dtype, name) { }

    /// <summary>The number of dimensions of an input without N.</summary>
    protected abstract long GetNumberOfBatchDimensions();

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input)
    {
        ValidateInputDimensions(input);
        var channels = (int)(input.dim() - GetNumberOfBatchDimensions());
        if (input.shape[channels] != num_features)
        {
            throw new ArgumentException(
                $"{GetName()} was given shape [{string.Join(", ", input.shape)}], but needs {num_features} channels in dimension "
                    + $"{channels}: create it for the channels of its input.",
                nameof(input)
            );
        }

        if (channels > 0)
        {
            return Normalize(input);
        }

        using var batch = input.unsqueeze(0);
        using var normal = Normalize(batch);
        return normal.squeeze(0);
    }

    private torch.Tensor Normalize(torch.Tensor batch) =>
        torch.nn.functional.instance_norm(
            batch,
            running_mean,
            running_var,
            weight,
            bias,
            training || !track_running_stats,
            momentum ?? 0.1,
            eps
        );
}
