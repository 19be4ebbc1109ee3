using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor is or will be (PyTorch: <c>torch.device</c>).</summary>
    public class Device
    {
        /// <summary>The kind of device.</summary>
        public DeviceType type { get; private set; } = DeviceType.CPU;

        /// <summary>Which device of its kind, from 0; -1 is the current one.</summary>
        public int index { get; private set; } = -1;

        /// <summary>A device by its description.</summary>
        /// <param name="description"><c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>, in any case.</param>
        /// <exception cref="ArgumentException">The description names no device.</exception>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = ParseType(parts[0], description);
            if (parts.Length > 1)
            {
                index =
                    parts.Length == 2
                    && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
                        ? parsed
                        : throw Unknown(description);
            }
        }

        /// <summary>A device by the name of its kind.</summary>
        /// <param name="deviceType"><c>cpu</c> or <c>cuda</c>, in any case.</param>
        /// <param name="index">Which device of its kind; -1 is the current one.</param>
        /// <exception cref="ArgumentException">The name is that of no device.</exception>
        public Device(string deviceType, int index = -1)
        {
            type = ParseType(deviceType, deviceType);
            this.index = index;
        }

        /// <summary>A device by its kind.</summary>
        /// <param name="deviceType">The kind of device.</param>
        /// <param name="index">Which device of its kind; -1 is the current one.</param>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>A CUDA device.</summary>
        /// <param name="index">Its number, from 0.</param>
        public Device(int index)
        {
            type = DeviceType.CUDA;
            this.index = index;
        }

        /// <summary>The description that makes this device again, such as <c>cuda:0</c>.</summary>
        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return type == DeviceType.CPU || index == -1 ? name : $"{name}:{index}";
        }

        /// <summary>A device by its description.</summary>
        public static implicit operator Device(string description) => new(description);

        private static DeviceType ParseType(string name, string description) =>
            Enum.TryParse<DeviceType>(name, ignoreCase: true, out var type) && !char.IsAsciiDigit(name[0])
                ? type
                : throw Unknown(description);

        private static ArgumentException Unknown(string description) =>
            new($"'{description}' is not a device; write cpu, cuda or cuda:0.", nameof(description));
    }
}
