using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The numbers of a step of Adam or AdamW (<c>GanAdamOptions</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeAdamOptions
{
    public double LearningRate;
    public double Beta1;
    public double Beta2;
    public double Eps;
    public double WeightDecay;
    public byte Decoupled;
    public byte Maximize;
}
