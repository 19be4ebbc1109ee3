using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The numbers of a step of gradient descent (<c>GanSgdOptions</c>).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeSgdOptions
{
    public double LearningRate;
    public double Momentum;
    public double Dampening;
    public double WeightDecay;
    public byte Nesterov;
    public byte Maximize;
}
