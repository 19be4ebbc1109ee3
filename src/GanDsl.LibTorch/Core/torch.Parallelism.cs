using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The number of threads that work within one operator on the host.</summary>
    public static int get_num_threads() => Get(NativeSetting.Threads);

    /// <summary>Sets the number of threads that work within one operator on the host.</summary>
    /// <param name="num">From 1 to 4096.</param>
    public static void set_num_threads(int num) => NativeMethods.gandsl_set_setting(NativeSetting.Threads, num).Check();

    /// <summary>The number of threads that run operators side by side on the host.</summary>
    public static int get_num_interop_threads() => Get(NativeSetting.InteropThreads);

    /// <summary>Sets the number of threads that run operators side by side; once, before any such work.</summary>
    /// <param name="num">From 1 to 4096.</param>
    public static void set_num_interop_threads(int num) =>
        NativeMethods.gandsl_set_setting(NativeSetting.InteropThreads, num).Check();

    private static int Get(NativeSetting setting)
    {
        NativeMethods.gandsl_get_setting(setting, out var value).Check();
        return (int)value;
    }
}
