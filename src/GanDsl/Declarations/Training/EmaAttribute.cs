namespace GanDsl;

/// <summary>
/// Keeps an exponential moving average of the generator's weights and statistics, which <c>Sample</c> uses: smoother than G itself, and better by
/// most measures. Paper: Yazıcı et al. 2019; Karras et al. 2018. PyTorch: <c>torch.optim.swa_utils.get_ema_multi_avg_fn</c>.
/// </summary>
/// <param name="decay">What a training step leaves of the average, in [0, 1). Default: 0.999.</param>
public sealed class EmaAttribute(double decay = 0.999) : TrainingAttribute
{
    /// <summary>What a training step leaves of the average.</summary>
    public double Decay { get; } = decay;

    /// <summary>
    /// Lets the average forget the first weights sooner: after t training steps, the decay is at most t / (t + Warmup), at least 0. With 1
    /// the average is the plain mean until the decay is reached. Default: 0, the same decay from the beginning.
    /// </summary>
    public double Warmup { get; set; }

    internal override IEnumerable<LayerProblem> ArgumentProblems() =>
        [.. ArgumentCheck.Fraction("decay", Decay), .. ArgumentCheck.NotNegative(nameof(Warmup), Warmup)];
}
