using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>How a call of the shim ended (<c>GanStatus</c>).</summary>
internal enum NativeStatus
{
    Ok = 0,
    BadCall = 1,
    TorchError = 2,
    StandardError = 3,
    UnknownError = 4,
}

internal static class NativeStatusExtensions
{
    /// <exception cref="ExternalException">The status is not <see cref="NativeStatus.Ok"/>.</exception>
    public static void Check(this NativeStatus status)
    {
        if (status != NativeStatus.Ok)
        {
            Throw(status);
        }
    }

    /// <summary>Raises the shim's last message; the error code tells the family of the native exception.</summary>
    [DoesNotReturn]
    public static void Throw(NativeStatus status) => throw new ExternalException(LastError(), (int)status);

    public static string LastError() => Marshal.PtrToStringUTF8(NativeMethods.gandsl_last_error()) ?? "";
}
