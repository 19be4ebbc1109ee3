using System.ComponentModel;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Stores the weights of convolutions of images and volumes with the channels of a place side by side (PyTorch:
/// <c>memory_format=torch.channels_last</c>): cuDNN then computes in that layout, which its fastest kernels are written for. Values, shapes
/// and names stay as they are, and so do the parameters themselves.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ChannelsLast
{
    private const long LeastChannels = 64;
    private const long LeastPlacesInFloat32 = 32 * 32;

    /// <summary>For measurements and tests: whether it is applied, whatever the device and the network. Null: where it is faster.</summary>
    [field: ThreadStatic]
    internal static bool? Forced { get; set; }

    /// <summary>Applies it where it is expected to be faster. To be called before optimisers are made, whose state has the layout of the weights.</summary>
    /// <param name="network">The network, on its device.</param>
    /// <param name="places">The places of its largest map: height times width, of volumes also times depth.</param>
    /// <param name="device">That device.</param>
    /// <param name="precision">What its convolutions are computed with.</param>
    public static void ApplyWhereFaster(nn.Module network, long places, Device device, GanPrecision precision)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(device);
        if (Forced ?? IsFaster(network, places, device.type, precision))
        {
            Apply(network);
        }
    }

    /// <summary>Puts the weight of each convolution of images or volumes into that order, whatever the device.</summary>
    internal static void Apply(nn.Module network)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        foreach (var weight in Weights(network))
        {
            weight.set_(Ordered(weight));
        }
    }

    /// <summary>
    /// The rule, as measured on an H200: on a GPU, with enough channels to fill its kernels; in float32, with or without rounded factors, only
    /// where maps are large (3x64x64: 4.1 ms against 4.9; 1x28x28: 0.70 against 0.68). Processors have no good kernels for few channels.
    /// </summary>
    internal static bool IsFaster(nn.Module network, long places, DeviceType device, GanPrecision precision) =>
        device == DeviceType.CUDA
        && (places >= LeastPlacesInFloat32 || precision == GanPrecision.BFloat16)
        && Weights(network).Any(weight => Math.Max(weight.size(0), weight.size(1)) >= LeastChannels);

    /// <summary>[out, in, height, width], or with a depth before the height.</summary>
    private static IEnumerable<Parameter> Weights(nn.Module network) =>
        network
            .modules()
            .OfType<Convolution>()
            .Select(convolution => convolution.weight)
            .OfType<Parameter>()
            .Where(weight => weight.dim() >= 4);

    private static Tensor Ordered(Tensor weight)
    {
        var last = weight.dim() - 1;
        long[] toLast = [0, .. Enumerable.Range(2, (int)last - 1).Select(dimension => (long)dimension), 1];
        long[] back = [0, last, .. Enumerable.Range(1, (int)last - 1).Select(dimension => (long)dimension)];
        return weight.permute(toLast).contiguous().permute(back);
    }
}
