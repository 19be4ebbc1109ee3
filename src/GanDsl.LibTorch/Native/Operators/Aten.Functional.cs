namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator alpha_dropout = new("alpha_dropout");
    public static readonly Operator alpha_dropout_ = new("alpha_dropout_");
    public static readonly Operator bce = new("binary_cross_entropy");
    public static readonly Operator bce_logits = new("binary_cross_entropy_with_logits");
    public static readonly Operator conv1d_padding = new("conv1d", "padding");
    public static readonly Operator conv2d_padding = new("conv2d", "padding");
    public static readonly Operator conv3d_padding = new("conv3d", "padding");
    public static readonly Operator cosine_similarity = new("cosine_similarity");
    public static readonly Operator cross_entropy_loss = new("cross_entropy_loss");
    public static readonly Operator dropout = new("dropout");
    public static readonly Operator dropout_ = new("dropout_");
    public static readonly Operator feature_alpha_dropout = new("feature_alpha_dropout");
    public static readonly Operator feature_alpha_dropout_ = new("feature_alpha_dropout_");
    public static readonly Operator feature_dropout = new("feature_dropout");
    public static readonly Operator feature_dropout_ = new("feature_dropout_");
    public static readonly Operator gelu_ = new("gelu_");
    public static readonly Operator group_norm = new("group_norm");
    public static readonly Operator hardshrink = new("hardshrink");
    public static readonly Operator huber_loss = new("huber_loss");
    public static readonly Operator instance_norm = new("instance_norm");
    public static readonly Operator kl_div = new("kl_div");
    public static readonly Operator l1_loss = new("l1_loss");
    public static readonly Operator layer_norm = new("layer_norm");
    public static readonly Operator mish = new("mish");
    public static readonly Operator mish_ = new("mish_");
    public static readonly Operator mse_loss = new("mse_loss");
    public static readonly Operator nll_loss = new("nll_loss_nd");
    public static readonly Operator one_hot = new("one_hot");
    public static readonly Operator pad = new("pad");
    public static readonly Operator pixel_shuffle = new("pixel_shuffle");
    public static readonly Operator pixel_unshuffle = new("pixel_unshuffle");
    public static readonly Operator smooth_l1_loss = new("smooth_l1_loss");
    public static readonly Operator softshrink = new("softshrink");
    public static readonly Operator threshold = new("threshold");
    public static readonly Operator threshold_ = new("threshold_");
}
