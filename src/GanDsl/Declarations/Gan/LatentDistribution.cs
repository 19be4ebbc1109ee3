namespace GanDsl;

/// <summary>What the values of a latent are drawn from.</summary>
public enum LatentDistribution
{
    /// <summary>The standard normal distribution: mean 0, standard deviation 1.</summary>
    Normal,

    /// <summary>The uniform distribution on [-1, 1).</summary>
    Uniform,
}
