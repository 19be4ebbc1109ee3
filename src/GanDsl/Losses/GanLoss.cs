namespace GanDsl;

/// <summary>The loss that trains the generator. The discriminator always minimises binary cross-entropy (real = 1, fake = 0).</summary>
public enum GanLoss
{
    /// <summary>
    /// The generator minimises E[log(1 - D(G(z)))], range (-∞, 0]: the min-max game of Goodfellow et al. 2014, equation 1.
    /// Its gradient vanishes where D is sure of itself, as it is early in training.
    /// </summary>
    Saturating,

    /// <summary>
    /// The generator minimises -E[log D(G(z))], range [0, ∞): same fixed point, strong gradients early in training
    /// (Goodfellow et al. 2014, section 3).
    /// </summary>
    NonSaturating,
}
