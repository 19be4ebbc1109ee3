using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>The operators of initialisations.</summary>
internal static class InitOperators
{
    /// <summary>The error function.</summary>
    public static readonly Operator Erf = new("erf");

    /// <summary>The inverse of the error function, in place.</summary>
    public static readonly Operator InverseErf = new("erfinv_");

    /// <summary>A matrix as the product of an orthogonal and an upper triangular one.</summary>
    public static readonly Operator Qr = new("linalg_qr");
}
