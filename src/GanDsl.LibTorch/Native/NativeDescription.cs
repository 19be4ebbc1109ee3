using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>What the shim tells of a tensor in one call (<c>GanDescription</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeDescription
{
    public long* Sizes;
    public long* Strides;
    public long Dimensions;
    public long Elements;
    public long StorageOffset;
    public int DType;
    public int ElementSize;
    public int DeviceType;
    public int DeviceIndex;
    public byte RequiresGrad;
    public byte IsLeaf;
    public byte IsContiguous;
    public byte IsStrided;
}
