namespace TorchSharp.Native;

/// <summary>What to do about a call that failed for lack of memory.</summary>
internal static class OutOfMemory
{
    /// <summary>Frees what nothing refers to any more, so that the call can be made once more; throws where it failed for another reason.</summary>
    /// <param name="status">How the call ended, not well.</param>
    /// <exception cref="System.Runtime.InteropServices.ExternalException">Memory was not what was missing.</exception>
    public static void CollectOrThrow(NativeStatus status)
    {
        var message = NativeStatusExtensions.LastError();
        if (
            !message.Contains("out of memory", StringComparison.OrdinalIgnoreCase)
            && !message.Contains("can't allocate memory", StringComparison.Ordinal)
        )
        {
            NativeStatusExtensions.Throw(status);
        }

        // Tensors that nothing refers to any more may hold the memory that is missing.
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
