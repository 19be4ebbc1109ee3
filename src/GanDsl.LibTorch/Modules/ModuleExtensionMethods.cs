namespace TorchSharp;

/// <summary>
/// Moves and converts modules and returns them with their own type. A parameter or buffer that is already there and of
/// that type stays untouched.
/// </summary>
public static class ModuleExtensionMethods
{
    /// <summary>Converts the parameters and buffers.</summary>
    /// <param name="module">The module to convert.</param>
    /// <param name="type">The target element type, floating point or complex.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException"><paramref name="type"/> is an integer type.</exception>
    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(type, non_blocking);

    /// <summary>Moves and converts the parameters and buffers.</summary>
    /// <param name="module">The module to move.</param>
    /// <param name="device">The target device.</param>
    /// <param name="type">The target element type, floating point or complex.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException"><paramref name="type"/> is an integer type.</exception>
    public static T to<T>(this T module, torch.Device device, torch.ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(device, type, non_blocking);

    /// <summary>Moves the parameters and buffers.</summary>
    /// <param name="module">The module to move.</param>
    /// <param name="deviceType">The kind of device, such as CPU or CUDA.</param>
    /// <param name="deviceIndex">The index of the device, -1 for the current one.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(deviceType, deviceIndex, non_blocking);

    /// <summary>Moves the parameters and buffers.</summary>
    /// <param name="module">The module to move.</param>
    /// <param name="device">The target device.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(device.type, device.index, non_blocking);

    /// <summary>Moves the parameters and buffers.</summary>
    /// <param name="module">The module to move.</param>
    /// <param name="device">The target device as text, such as <c>cpu</c> or <c>cuda:0</c>.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : torch.nn.Module => module.to(new torch.Device(device), non_blocking);

    /// <summary>Moves and converts the parameters and buffers to the device and element type of a tensor.</summary>
    /// <param name="module">The module to move.</param>
    /// <param name="other">The tensor that serves as the template.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, torch.Tensor other, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(other.device, other.dtype, non_blocking);

    /// <summary>Moves the parameters and buffers to the CPU.</summary>
    /// <param name="module">The module to move.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(DeviceType.CPU, -1, non_blocking);

    /// <summary>Moves the parameters and buffers to a CUDA device.</summary>
    /// <param name="module">The module to move.</param>
    /// <param name="deviceIndex">The index of the device, -1 for the current one.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => (T)module._to(DeviceType.CUDA, deviceIndex, non_blocking);

    /// <summary>Converts the parameters and buffers to 16-bit floating point.</summary>
    /// <param name="module">The module to convert.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    public static T half<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.Float16, non_blocking);

    /// <summary>Converts the parameters and buffers to bfloat16.</summary>
    /// <param name="module">The module to convert.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    public static T bfloat16<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.BFloat16, non_blocking);

    /// <summary>Converts the parameters and buffers to 32-bit floating point.</summary>
    /// <param name="module">The module to convert.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    public static T @float<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.Float32, non_blocking);

    /// <summary>Converts the parameters and buffers to 64-bit floating point.</summary>
    /// <param name="module">The module to convert.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run asynchronously.</param>
    /// <returns>The module.</returns>
    public static T @double<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => module.to(torch.ScalarType.Float64, non_blocking);
}
