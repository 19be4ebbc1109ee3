namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator argsort = new("argsort");
    public static readonly Operator gather = new("gather");
    public static readonly Operator index_add = new("index_add");
    public static readonly Operator index_add_ = new("index_add_");
    public static readonly Operator index_copy = new("index_copy");
    public static readonly Operator index_copy_ = new("index_copy_");
    public static readonly Operator index_fill = new("index_fill", "int_Scalar");
    public static readonly Operator index_fill_ = new("index_fill_", "int_Scalar");
    public static readonly Operator index_select = new("index_select");
    public static readonly Operator masked_fill = new("masked_fill", "Scalar");
    public static readonly Operator masked_fill_ = new("masked_fill_", "Scalar");
    public static readonly Operator masked_select = new("masked_select");
    public static readonly Operator nonzero = new("nonzero");
    public static readonly Operator scatter = new("scatter", "src");
    public static readonly Operator scatter_ = new("scatter_", "src");
    public static readonly Operator scatter_add = new("scatter_add");
    public static readonly Operator scatter_add_ = new("scatter_add_");
    public static readonly Operator sort = new("sort", "stable");
    public static readonly Operator take = new("take");
    public static readonly Operator topk = new("topk");
    public static readonly Operator where = new("where", "self");
}
