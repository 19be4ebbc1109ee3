using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Runs networks in the precision that the options choose. What they answer has the type of their parameters.</summary>
public sealed class MixedPrecision
{
    private readonly GanPrecision precision;
    private readonly Device device;

    /// <summary>Checks that the device computes in that precision.</summary>
    /// <param name="precision">The precision of matrix products and convolutions.</param>
    /// <param name="device">Where the networks live.</param>
    /// <exception cref="GanException">The device would emulate it, the engine has no autocast, or there is no such precision.</exception>
    public MixedPrecision(GanPrecision precision, Device device)
    {
        Check(precision, device);
        this.precision = precision;
        this.device = device;
    }

    /// <summary>Runs a network.</summary>
    /// <param name="network">Answers a tensor, which the caller gets.</param>
    public Tensor Run(Func<Tensor> network)
    {
        if (precision == GanPrecision.Float32)
        {
            return network();
        }

        using var autocast = Begin();
        return network().to(float32);
    }

    /// <summary>Runs a network with two answers.</summary>
    /// <param name="network">Answers two tensors, which the caller gets.</param>
    public (Tensor, Tensor) Run(Func<(Tensor, Tensor)> network)
    {
        if (precision == GanPrecision.Float32)
        {
            return network();
        }

        using var autocast = Begin();
        var (first, second) = network();
        return (first.to(float32), second.to(float32));
    }

    private IDisposable Begin() =>
        throw new InvalidOperationException($"Networks on {device} cannot be run in {precision} by this engine.");

    private static void CheckBFloat16(Device device) =>
        throw new GanException(
            $"Precision is BFloat16, but TorchSharp {typeof(Tensor).Assembly.GetName().Version} has no autocast to compute with it on {device}; choose "
                + "Precision = GanPrecision.Float32."
        );

    private static void Check(GanPrecision precision, Device device)
    {
        switch (precision)
        {
            case GanPrecision.Float32:
                return;
            case GanPrecision.BFloat16:
                CheckBFloat16(device);
                return;
            default:
                throw new GanException(
                    $"Precision is {(int)precision}, but it has to be {GanPrecision.Float32} or {GanPrecision.BFloat16}."
                );
        }
    }
}
