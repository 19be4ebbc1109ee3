namespace TorchSharp;

public static partial class torch
{
    private static Device? _cuda;
    private static Device? _defaultDevice;

    /// <summary>The host.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>No device: shapes and types without data.</summary>
    public static readonly Device META = new(DeviceType.META);

    /// <summary>The current CUDA device.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Device CUDA => _cuda ??= InitializeDevice(new Device(DeviceType.CUDA));

    /// <inheritdoc cref="Device(string)"/>
    public static Device device(string description) => InitializeDevice(new Device(description));

    /// <inheritdoc cref="Device(string, int)"/>
    public static Device device(string deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    /// <inheritdoc cref="Device(DeviceType, int)"/>
    public static Device device(DeviceType deviceType, int index = -1) =>
        InitializeDevice(new Device(deviceType, index));

    /// <inheritdoc cref="Device(int)"/>
    public static Device device(int index) => new(DeviceType.CUDA, index);

    /// <summary>Where new tensors go when no device is named; the host at first.</summary>
    public static Device get_default_device() => _defaultDevice ?? CPU;

    /// <summary>Sets where new tensors go when no device is named.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="device"/> is null.</exception>
    public static void set_default_device(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        _defaultDevice = device;
    }

    /// <inheritdoc cref="set_default_device(Device)"/>
    public static void set_default_device(string device) => set_default_device(new Device(device));

    /// <summary>Checks that there is a device of a kind.</summary>
    /// <exception cref="InvalidOperationException">It is CUDA, and there is none.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (deviceType == DeviceType.CUDA && !cuda.is_available())
        {
            throw new InvalidOperationException(
                "There is no CUDA device here: use the CPU, or a libtorch built for CUDA on a machine with a CUDA GPU."
            );
        }
    }

    /// <summary>Whether there is a device of a kind.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) =>
        deviceType != DeviceType.CUDA || cuda.is_available();

    /// <summary>The device itself, or the default one for null, after checking that it is there.</summary>
    /// <exception cref="InvalidOperationException">It is CUDA, and there is none.</exception>
    public static Device InitializeDevice(Device? device)
    {
        device ??= get_default_device();
        InitializeDeviceType(device.type);
        return device;
    }
}
