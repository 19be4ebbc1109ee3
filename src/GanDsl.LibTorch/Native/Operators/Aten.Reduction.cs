namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator all = new("all");
    public static readonly Operator all_dim = new("all", "dim");
    public static readonly Operator amax = new("amax");
    public static readonly Operator amin = new("amin");
    public static readonly Operator any = new("any");
    public static readonly Operator any_dim = new("any", "dim");
    public static readonly Operator argmax = new("argmax");
    public static readonly Operator argmin = new("argmin");
    public static readonly Operator bincount = new("bincount");
    public static readonly Operator count_nonzero = new("count_nonzero", "dim_IntList");
    public static readonly Operator count_nonzero_all = new("count_nonzero");
    public static readonly Operator cumprod = new("cumprod");
    public static readonly Operator cumsum = new("cumsum");
    public static readonly Operator dist = new("dist");
    public static readonly Operator histc = new("histc");
    public static readonly Operator max = new("max");
    public static readonly Operator max_dim = new("max", "dim");
    public static readonly Operator mean = new("mean");
    public static readonly Operator mean_dim = new("mean", "dim");
    public static readonly Operator median = new("median");
    public static readonly Operator min = new("min");
    public static readonly Operator min_dim = new("min", "dim");
    public static readonly Operator norm = new("norm", "Scalar");
    public static readonly Operator norm_dim = new("norm", "ScalarOpt_dim");
    public static readonly Operator prod = new("prod");
    public static readonly Operator prod_dim = new("prod", "dim_int");
    public static readonly Operator quantile = new("quantile");
    public static readonly Operator std = new("std");
    public static readonly Operator std_dim = new("std", "dim");
    public static readonly Operator std_mean = new("std_mean");
    public static readonly Operator std_mean_dim = new("std_mean", "dim");
    public static readonly Operator sum = new("sum");
    public static readonly Operator sum_dim = new("sum", "dim_IntList");
    public static readonly Operator var = new("var");
    public static readonly Operator var_dim = new("var", "dim");
    public static readonly Operator var_mean = new("var_mean");
    public static readonly Operator var_mean_dim = new("var_mean", "dim");
}
