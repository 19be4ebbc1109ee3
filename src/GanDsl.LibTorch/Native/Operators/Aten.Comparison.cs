namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator allclose = new("allclose");
    public static readonly Operator bitwise_and = new("bitwise_and", "Tensor");
    public static readonly Operator bitwise_not = new("bitwise_not");
    public static readonly Operator bitwise_or = new("bitwise_or", "Tensor");
    public static readonly Operator bitwise_xor = new("bitwise_xor", "Tensor");
    public static readonly Operator eq = new("eq", "Tensor");
    public static readonly Operator eq_s = new("eq", "Scalar");
    public static readonly Operator equal = new("equal");
    public static readonly Operator ge = new("ge", "Tensor");
    public static readonly Operator ge_s = new("ge", "Scalar");
    public static readonly Operator gt = new("gt", "Tensor");
    public static readonly Operator gt_s = new("gt", "Scalar");
    public static readonly Operator isclose = new("isclose");
    public static readonly Operator le = new("le", "Tensor");
    public static readonly Operator le_s = new("le", "Scalar");
    public static readonly Operator logical_and = new("logical_and");
    public static readonly Operator logical_not = new("logical_not");
    public static readonly Operator logical_or = new("logical_or");
    public static readonly Operator logical_xor = new("logical_xor");
    public static readonly Operator lt = new("lt", "Tensor");
    public static readonly Operator lt_s = new("lt", "Scalar");
    public static readonly Operator ne = new("ne", "Tensor");
    public static readonly Operator ne_s = new("ne", "Scalar");
}
