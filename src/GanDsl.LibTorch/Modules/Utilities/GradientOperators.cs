using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>The operators of gradient clipping.</summary>
internal static class GradientOperators
{
    /// <summary>The p-norm of all elements.</summary>
    public static readonly Operator Norm = new("linalg_vector_norm");

    /// <summary>A list of numbers as a vector.</summary>
    public static readonly Operator Stack = new("stack");

    /// <summary>self, cut off at a least and a largest value.</summary>
    public static readonly Operator Clamp = new("clamp_");
}
