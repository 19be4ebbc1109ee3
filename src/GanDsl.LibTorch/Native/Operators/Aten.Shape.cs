namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator broadcast_to = new("broadcast_to");
    public static readonly Operator chunk = new("chunk");
    public static readonly Operator expand = new("expand");
    public static readonly Operator flatten = new("flatten", "using_ints");
    public static readonly Operator flip = new("flip");
    public static readonly Operator movedim = new("movedim", "intlist");
    public static readonly Operator narrow = new("narrow");
    public static readonly Operator permute = new("permute");
    public static readonly Operator ravel = new("ravel");
    public static readonly Operator repeat = new("repeat");
    public static readonly Operator repeat_interleave = new("repeat_interleave", "self_int");
    public static readonly Operator reshape = new("reshape");
    public static readonly Operator roll = new("roll");
    public static readonly Operator select = new("select", "int");
    public static readonly Operator slice = new("slice", "Tensor");
    public static readonly Operator split = new("split", "Tensor");
    public static readonly Operator split_with_sizes = new("split_with_sizes");
    public static readonly Operator squeeze = new("squeeze");
    public static readonly Operator squeeze_ = new("squeeze_");
    public static readonly Operator squeeze_dim = new("squeeze", "dim");
    public static readonly Operator squeeze_dim_ = new("squeeze_", "dim");
    public static readonly Operator t = new("t");
    public static readonly Operator tile = new("tile");
    public static readonly Operator transpose = new("transpose", "int");
    public static readonly Operator unbind = new("unbind", "int");
    public static readonly Operator unflatten = new("unflatten", "int");
    public static readonly Operator unfold = new("unfold");
    public static readonly Operator unsqueeze = new("unsqueeze");
    public static readonly Operator unsqueeze_ = new("unsqueeze_");
    public static readonly Operator view = new("view");
}
