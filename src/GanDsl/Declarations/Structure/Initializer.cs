namespace GanDsl;

/// <summary>What first weights are drawn from; <c>scale</c> and <c>Mean</c> are arguments of <see cref="InitAttribute"/>.</summary>
public enum Initializer
{
    /// <summary>The normal distribution with the standard deviation <c>scale</c>. PyTorch: <c>torch.nn.init.normal_</c>.</summary>
    Normal,

    /// <summary>The same, cut off at two standard deviations from its mean. PyTorch: <c>torch.nn.init.trunc_normal_</c>.</summary>
    TruncatedNormal,

    /// <summary>The uniform distribution within <c>scale</c> of its mean. PyTorch: <c>torch.nn.init.uniform_</c>.</summary>
    Uniform,

    /// <summary>Every value is <c>scale</c>. PyTorch: <c>torch.nn.init.constant_</c>.</summary>
    Constant,

    /// <summary>Glorot and Bengio 2010, uniform, times <c>scale</c>, its gain. PyTorch: <c>torch.nn.init.xavier_uniform_</c>.</summary>
    XavierUniform,

    /// <summary>Glorot and Bengio 2010, normal, times <c>scale</c>, its gain. PyTorch: <c>torch.nn.init.xavier_normal_</c>.</summary>
    XavierNormal,

    /// <summary>
    /// He et al. 2015, uniform, for a leaky ReLU with the slope <c>scale</c>, 0 for a ReLU. PyTorch: <c>torch.nn.init.kaiming_uniform_</c>.
    /// </summary>
    KaimingUniform,

    /// <summary>
    /// He et al. 2015, normal, for a leaky ReLU with the slope <c>scale</c>, 0 for a ReLU. PyTorch: <c>torch.nn.init.kaiming_normal_</c>.
    /// </summary>
    KaimingNormal,

    /// <summary>A (semi) orthogonal matrix times <c>scale</c>, its gain (Saxe et al. 2014). PyTorch: <c>torch.nn.init.orthogonal_</c>.</summary>
    Orthogonal,
}
