namespace GanDsl;

/// <summary>
/// Scales the gradient of a network down where its norm, over all parameters together, is above a bound. On the GAN it holds for both networks,
/// on a network for that one. Paper: Pascanu et al. 2013. PyTorch: <c>torch.nn.utils.clip_grad_norm_</c>.
/// </summary>
/// <param name="norm">The largest Euclidean norm that stays as it is, above 0. Default: 1.</param>
public sealed class ClipGradientAttribute(double norm = 1) : TrainingAttribute
{
    /// <summary>The largest norm that stays as it is.</summary>
    public double Norm { get; } = norm;

    internal override bool IsPerNetwork => true;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.Positive("norm", Norm);
}
