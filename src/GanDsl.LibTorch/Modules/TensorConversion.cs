using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>Moves and converts a tensor in place: whoever holds it, a field or an optimiser, holds the new data.</summary>
internal static class TensorConversion
{
    private static readonly Operator SetData = new("set_data");

    /// <summary>Converts <paramref name="tensor"/> and its gradient; null leaves device or type as it is.</summary>
    public static void Convert(torch.Tensor tensor, torch.ScalarType? dtype, torch.Device? device, bool non_blocking)
    {
        // Integers count and index: a floating-point type is not meant for them.
        var type = dtype is { } wanted && (tensor.is_floating_point() || tensor.is_complex()) ? wanted : tensor.dtype;
        var target = device ?? tensor.device;
        if (type == tensor.dtype && IsOn(tensor, target))
        {
            return;
        }

        using var noGradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var grad = tensor.grad;
        if (grad is not null)
        {
            tensor.grad = null;
        }

        _ = SetData.Mutate(tensor, tensor.detach().to(type, target, non_blocking: non_blocking));
        if (grad is not null)
        {
            tensor.grad = grad.detach().to(type, target, non_blocking: non_blocking);
        }
    }

    private static bool IsOn(torch.Tensor tensor, torch.Device device) =>
        tensor.device_type == device.type
        && (device.type == DeviceType.CPU || device.index < 0 || tensor.device_index == device.index);
}
