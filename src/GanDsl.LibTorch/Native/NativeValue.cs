using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>One argument or result of an operator, as it crosses the boundary (<c>GanValue</c>).</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct NativeValue
{
    [FieldOffset(0)]
    public NativeKind Kind;

    /// <summary>The length of a list or string, or the type of a device.</summary>
    [FieldOffset(4)]
    public int Count;

    [FieldOffset(8)]
    public long Integer;

    [FieldOffset(8)]
    public double Real;

    [FieldOffset(8)]
    public nint Pointer;
}
