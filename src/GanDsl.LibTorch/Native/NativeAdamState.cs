using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>What Adam remembers of one parameter (<c>GanAdamState</c>); a step counts <see cref="Step"/> up where there is a gradient.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeAdamState
{
    public nint Parameter;
    public nint ExpAvg;
    public nint ExpAvgSq;
    public nint MaxExpAvgSq;
    public long Step;
}
