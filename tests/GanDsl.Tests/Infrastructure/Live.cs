using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

/// <summary>Tensors that nobody has disposed yet.</summary>
internal static class Live
{
    /// <summary>Those of this thread.</summary>
    public static long Count => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    /// <summary>Those of all threads, for what is made on one thread and disposed on another. Begin with <see cref="CollectGarbage"/>.</summary>
    public static long CountOnAllThreads => Tensor.TotalCount;

    /// <summary>Frees what earlier tests have left to the garbage collector, so that it is not freed between two counts.</summary>
    public static void CollectGarbage()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
