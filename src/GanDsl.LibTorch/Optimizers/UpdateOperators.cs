using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>The in-place operators of the update rules; each takes numbers as they are, and makes no tensor.</summary>
internal static class UpdateOperators
{
    /// <summary>self += alpha · other.</summary>
    public static readonly Operator Add = new("add_", "Tensor");

    /// <summary>self += number.</summary>
    public static readonly Operator AddNumber = new("add_", "Scalar");

    /// <summary>self ·= number.</summary>
    public static readonly Operator Multiply = new("mul_", "Scalar");

    /// <summary>self += weight · (end - self).</summary>
    public static readonly Operator Approach = new("lerp_", "Scalar");

    /// <summary>self += value · one · other; the value follows the tensors by name.</summary>
    public static readonly Operator AddProduct = new("addcmul_");

    /// <summary>self += value · one / other.</summary>
    public static readonly Operator AddQuotient = new("addcdiv_");

    /// <summary>self = √self.</summary>
    public static readonly Operator SquareRootInPlace = new("sqrt_");

    /// <summary>A new tensor √self.</summary>
    public static readonly Operator SquareRoot = new("sqrt");

    /// <summary>A new tensor -self.</summary>
    public static readonly Operator Negative = new("neg");

    /// <summary>A new tensor self + alpha · other.</summary>
    public static readonly Operator Sum = new("add", "Tensor");

    /// <summary>A new tensor self + value · one · other.</summary>
    public static readonly Operator SumWithProduct = new("addcmul");
}
