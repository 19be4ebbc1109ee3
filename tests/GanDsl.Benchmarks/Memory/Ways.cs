namespace GanDsl.Benchmarks.Memory;

/// <summary>The ways of training whose memory is measured in processes of this program.</summary>
internal static class Ways
{
    public const string ByHand = "by hand";

    public const string Emitted = "emitted";
}
