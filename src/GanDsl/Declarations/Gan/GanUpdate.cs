namespace GanDsl;

/// <summary>How discriminator and generator take turns within one training step.</summary>
public enum GanUpdate
{
    /// <summary>
    /// Algorithm 1 of Goodfellow et al. 2014: k times a discriminator step on m fresh real and m fresh generated examples,
    /// then one generator step on m fresh latents.
    /// </summary>
    Alternating,

    /// <summary>
    /// As Alternating, but the generator step reuses the last discriminator step's generated examples, as most public training
    /// scripts do: the generator runs forward once less.
    /// </summary>
    AlternatingSharedFakes,

    /// <summary>Both losses from one batch at the same parameters, then both steps.</summary>
    Simultaneous,
}
