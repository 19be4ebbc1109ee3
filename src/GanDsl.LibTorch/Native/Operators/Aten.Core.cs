namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator alias = new("alias");
    public static readonly Operator clone = new("clone");
    public static readonly Operator contiguous = new("contiguous");
    public static readonly Operator copy_ = new("copy_");
    public static readonly Operator detach = new("detach");
    public static readonly Operator detach_ = new("detach_");
    public static readonly Operator index = new("index", "Tensor");
    public static readonly Operator index_put_ = new("index_put_");
    public static readonly Operator is_pinned = new("is_pinned");
    public static readonly Operator item = new("item");
    public static readonly Operator pin_memory = new("pin_memory");
    public static readonly Operator requires_grad_ = new("requires_grad_");
    public static readonly Operator retain_grad = new("retain_grad");
    public static readonly Operator size = new("size", "int");
    public static readonly Operator stride = new("stride", "int");
    public static readonly Operator to = new("to", "dtype_layout");
}
