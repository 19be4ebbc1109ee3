namespace GanDsl;

/// <summary>What the two networks minimise. The formulas are in the logits or scores s(·) that the discriminator ends in; D(·) = sigmoid(s(·)).</summary>
public enum GanLoss
{
    /// <summary>
    /// The generator minimises E[log(1 - D(G(z)))], range (-∞, 0]: the min-max game of Goodfellow et al. 2014, equation 1.
    /// Its gradient vanishes where D is sure of itself, as it is early in training. The discriminator minimises binary
    /// cross-entropy.
    /// </summary>
    Saturating,

    /// <summary>
    /// The generator minimises -E[log D(G(z))], range [0, ∞): same fixed point, strong gradients early in training
    /// (Goodfellow et al. 2014, section 3). The discriminator minimises binary cross-entropy.
    /// </summary>
    NonSaturating,

    /// <summary>
    /// Least squares (Mao et al. 2017): the discriminator minimises E[(s(x) - 1)²] / 2 + E[s(G(z))²] / 2, the generator
    /// E[(s(G(z)) - 1)²] / 2. Fakes far on the wrong side pull as strongly as they are far away.
    /// </summary>
    LeastSquares,

    /// <summary>
    /// Wasserstein (Arjovsky et al. 2017): the discriminator, called a critic, minimises E[s(G(z))] - E[s(x)], the generator
    /// -E[s(G(z))]. Needs a critic with a Lipschitz constraint: <see cref="GradientPenaltyAttribute"/>,
    /// <see cref="WeightClippingAttribute"/> or spectral normalisation.
    /// </summary>
    Wasserstein,

    /// <summary>
    /// Hinge (Lim and Ye 2017; Miyato et al. 2018): the discriminator minimises E[max(0, 1 - s(x))] + E[max(0, 1 + s(G(z)))], the
    /// generator -E[s(G(z))].
    /// </summary>
    Hinge,

    /// <summary>
    /// Relativistic average (Jolicoeur-Martineau 2019): binary cross-entropy on how much more real the real examples look than the
    /// generated ones do on average; the generator minimises the same with the roles exchanged.
    /// </summary>
    RelativisticAverage,
}
