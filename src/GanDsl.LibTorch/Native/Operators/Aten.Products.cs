namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator addmm = new("addmm");
    public static readonly Operator addmv = new("addmv");
    public static readonly Operator baddbmm = new("baddbmm");
    public static readonly Operator bmm = new("bmm");
    public static readonly Operator det = new("det");
    public static readonly Operator diag = new("diag");
    public static readonly Operator diagonal = new("diagonal");
    public static readonly Operator dot = new("dot");
    public static readonly Operator inverse = new("inverse");
    public static readonly Operator matmul = new("matmul");
    public static readonly Operator mm = new("mm");
    public static readonly Operator mv = new("mv");
    public static readonly Operator outer = new("outer");
    public static readonly Operator trace = new("trace");
    public static readonly Operator tril = new("tril");
    public static readonly Operator triu = new("triu");
}
