using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>CUDA devices (PyTorch: <c>torch.cuda</c>).</summary>
    public static partial class cuda
    {
        /// <summary>Whether there is a CUDA device and libtorch was built to use it.</summary>
        public static bool is_available() => device_count() > 0;

        /// <summary>The number of CUDA devices that libtorch can use.</summary>
        public static int device_count()
        {
            NativeMethods.gandsl_get_setting(NativeSetting.CudaDeviceCount, out var count).Check();
            return (int)count;
        }

        /// <summary>Whether libtorch was built with cuDNN and can use it.</summary>
        public static bool is_cudnn_available()
        {
            NativeMethods.gandsl_get_setting(NativeSetting.CudnnAvailable, out var value).Check();
            return value != 0;
        }

        /// <summary>Waits for all work on a CUDA device.</summary>
        /// <param name="device">Which; the current one by default.</param>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is no CUDA device.</exception>
        public static void synchronize(Device? device = null) =>
            NativeMethods.gandsl_cuda_synchronize(device?.index ?? -1).Check();
    }

    /// <inheritdoc cref="cuda.is_available"/>
    public static bool cuda_is_available() => cuda.is_available();
}
