using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

/// <summary>Tensors that nobody has disposed yet, as TorchSharp counts them.</summary>
internal static class Live
{
    // A constructor, and no initialiser, so that it has run before the first count.
    static Live()
    {
        var before = CountOnAllThreads;
        nn.Parameter(zeros(1)).Dispose();
        MiscountedPerParameter = CountOnAllThreads - before;
    }

    /// <summary>
    /// Those made on this thread less those disposed on it. What is left to the garbage collector is disposed on another thread and
    /// counts for ever; so does what was made here and is disposed elsewhere.
    /// </summary>
    public static long Count => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    /// <summary>
    /// Those of all threads, once the garbage collector is done with what was left to it. Each parameter that modules ever made counts
    /// once more than it lives (<see cref="Miscounted"/>).
    /// </summary>
    public static long CountOnAllThreads
    {
        get
        {
            // Twice: what a finaliser lets go can be collected only then.
            for (var round = 0; round < 2; round++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            return Tensor.TotalCount;
        }
    }

    /// <summary>
    /// What TorchSharp goes on counting for networks that are gone: the tensor that each parameter was made of, which is emptied in the
    /// making and never disposed. To be asked while they are still there.
    /// </summary>
    public static long Miscounted(params nn.Module[] networks) =>
        networks.Sum(network => network.parameters().Count()) * MiscountedPerParameter;

    /// <summary>1, and 0 as soon as TorchSharp counts right.</summary>
    public static long MiscountedPerParameter { get; }
}
