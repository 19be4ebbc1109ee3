namespace TorchSharp.Native;

/// <summary>What can be read, and mostly set, of libtorch as a whole (<c>GanSetting</c>).</summary>
internal enum NativeSetting
{
    GradMode = 0,
    InferenceMode = 1,
    Threads = 2,
    InteropThreads = 3,
    CudaDeviceCount = 4,
    CudnnAvailable = 5,
}
