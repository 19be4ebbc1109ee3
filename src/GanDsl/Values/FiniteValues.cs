using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Whether tensors hold values that are not finite.</summary>
internal static class FiniteValues
{
    /// <summary>Whether all values are finite; waits for the device.</summary>
    public static bool Are(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return Answer(tensor).item<bool>();
    }

    /// <summary>
    /// The name of the first tensor of floating point with a value that is not finite; null where there is none. Waits once for each device.
    /// </summary>
    public static string? FirstWithout(IEnumerable<(string Name, Tensor Tensor)> tensors)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var numbers = tensors.Where(each => each.Tensor.is_floating_point()).ToList();
        var devices = numbers.GroupBy(each => (each.Tensor.device_type, each.Tensor.device_index));
        return devices.All(device => stack(device.Select(each => Answer(each.Tensor))).all().item<bool>())
            ? null
            : numbers.First(each => !Are(each.Tensor)).Name;
    }

    /// <summary>The answer on the device, and nothing else of what it takes.</summary>
    private static Tensor Answer(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.isfinite().all().MoveToOuterDisposeScope();
    }
}
