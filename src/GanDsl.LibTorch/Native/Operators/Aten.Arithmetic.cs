namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator add = new("add", "Tensor");
    public static readonly Operator add_ = new("add_", "Tensor");
    public static readonly Operator add_s = new("add", "Scalar");
    public static readonly Operator add_s_ = new("add_", "Scalar");
    public static readonly Operator addcdiv = new("addcdiv");
    public static readonly Operator addcdiv_ = new("addcdiv_");
    public static readonly Operator addcmul = new("addcmul");
    public static readonly Operator addcmul_ = new("addcmul_");
    public static readonly Operator div = new("div", "Tensor_mode");
    public static readonly Operator div_ = new("div_", "Tensor_mode");
    public static readonly Operator div_s = new("div", "Scalar_mode");
    public static readonly Operator div_s_ = new("div_", "Scalar_mode");
    public static readonly Operator fmod = new("fmod", "Tensor");
    public static readonly Operator fmod_ = new("fmod_", "Tensor");
    public static readonly Operator fmod_s = new("fmod", "Scalar");
    public static readonly Operator fmod_s_ = new("fmod_", "Scalar");
    public static readonly Operator mul = new("mul", "Tensor");
    public static readonly Operator mul_ = new("mul_", "Tensor");
    public static readonly Operator mul_s = new("mul", "Scalar");
    public static readonly Operator mul_s_ = new("mul_", "Scalar");
    public static readonly Operator remainder = new("remainder", "Tensor");
    public static readonly Operator remainder_ = new("remainder_", "Tensor");
    public static readonly Operator remainder_s = new("remainder", "Scalar");
    public static readonly Operator remainder_s_ = new("remainder_", "Scalar");
    public static readonly Operator rsub = new("rsub", "Scalar");
    public static readonly Operator sub = new("sub", "Tensor");
    public static readonly Operator sub_ = new("sub_", "Tensor");
    public static readonly Operator sub_s = new("sub", "Scalar");
    public static readonly Operator sub_s_ = new("sub_", "Scalar");
}
