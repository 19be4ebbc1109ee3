namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator exp = new("exp");
    public static readonly Operator exp2 = new("exp2");
    public static readonly Operator exp_ = new("exp_");
    public static readonly Operator expm1 = new("expm1");
    public static readonly Operator expm1_ = new("expm1_");
    public static readonly Operator log = new("log");
    public static readonly Operator log10 = new("log10");
    public static readonly Operator log10_ = new("log10_");
    public static readonly Operator log1p = new("log1p");
    public static readonly Operator log1p_ = new("log1p_");
    public static readonly Operator log2 = new("log2");
    public static readonly Operator log2_ = new("log2_");
    public static readonly Operator log_ = new("log_");
    public static readonly Operator logaddexp = new("logaddexp");
    public static readonly Operator logit = new("logit");
    public static readonly Operator logsumexp = new("logsumexp");
    public static readonly Operator pow_s_ = new("pow_", "Scalar");
    public static readonly Operator pow_t_ = new("pow_", "Tensor");
    public static readonly Operator pow_ts = new("pow", "Tensor_Scalar");
    public static readonly Operator pow_tt = new("pow", "Tensor_Tensor");
    public static readonly Operator xlogy = new("xlogy", "Tensor");
}
