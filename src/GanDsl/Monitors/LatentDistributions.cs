using System.Reflection;

namespace GanDsl;

/// <summary>What the latents of a GAN are drawn from, as declared.</summary>
internal static class LatentDistributions
{
    /// <summary>The declared distribution; the normal one where a class declares nothing, as that is the default.</summary>
    public static LatentDistribution Of(IGan gan) =>
        gan.GetType().GetCustomAttribute<LatentAttribute>()?.Distribution ?? LatentDistribution.Normal;
}
