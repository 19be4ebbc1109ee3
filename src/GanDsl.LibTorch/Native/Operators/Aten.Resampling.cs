namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator adaptive_avg_pool1d = new("adaptive_avg_pool1d");
    public static readonly Operator adaptive_avg_pool2d = new("adaptive_avg_pool2d");
    public static readonly Operator adaptive_avg_pool3d = new("adaptive_avg_pool3d");
    public static readonly Operator avg_pool1d = new("avg_pool1d");
    public static readonly Operator avg_pool2d = new("avg_pool2d");
    public static readonly Operator avg_pool3d = new("avg_pool3d");
    public static readonly Operator max_pool1d = new("max_pool1d");
    public static readonly Operator max_pool2d = new("max_pool2d");
    public static readonly Operator max_pool3d = new("max_pool3d");
    public static readonly Operator upsample_bicubic2d = new("upsample_bicubic2d", "vec");
    public static readonly Operator upsample_bicubic2d_aa = new("_upsample_bicubic2d_aa", "vec");
    public static readonly Operator upsample_bilinear2d = new("upsample_bilinear2d", "vec");
    public static readonly Operator upsample_bilinear2d_aa = new("_upsample_bilinear2d_aa", "vec");
    public static readonly Operator upsample_linear1d = new("upsample_linear1d", "vec");
    public static readonly Operator upsample_nearest1d = new("upsample_nearest1d", "vec");
    public static readonly Operator upsample_nearest2d = new("upsample_nearest2d", "vec");
    public static readonly Operator upsample_nearest3d = new("upsample_nearest3d", "vec");
    public static readonly Operator upsample_nearest_exact1d = new("_upsample_nearest_exact1d", "vec");
    public static readonly Operator upsample_nearest_exact2d = new("_upsample_nearest_exact2d", "vec");
    public static readonly Operator upsample_nearest_exact3d = new("_upsample_nearest_exact3d", "vec");
    public static readonly Operator upsample_trilinear3d = new("upsample_trilinear3d", "vec");
}
