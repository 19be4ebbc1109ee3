using TorchSharp;

namespace GanDsl.Tests;

/// <summary>Whether GANs can be trained in bfloat16 here.</summary>
internal static class BFloat16
{
    /// <summary>Why not, or null.</summary>
    public static string? Missing { get; } = Refusal();

    private static string? Refusal()
    {
        try
        {
            GanDsl.Training.GanPrecisions.Require(GanPrecision.BFloat16, torch.CPU);
            return null;
        }
        catch (GanException refusal)
        {
            return refusal.Message;
        }
    }
}
