using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>What gradient descent remembers of one parameter (<c>GanSgdState</c>); a step makes the buffer where there is none.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeSgdState
{
    public nint Parameter;
    public nint MomentumBuffer;
}
