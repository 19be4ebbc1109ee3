using TorchSharp;

namespace GanDsl.Tests;

/// <summary>The tensors of this thread that nobody has disposed yet.</summary>
internal static class Live
{
    public static long Count => DisposeScopeManager.Statistics.ThreadTotalLiveCount;
}
