namespace GanDsl.Training;

/// <summary>
/// Into how large pieces tensors are cut before a kernel of an optimiser goes through them. On a GPU a block of threads takes 65,536 elements
/// of a tensor, 2,048 at a time, so that few blocks work on a small network; a launch takes a few dozen tensors.
/// </summary>
/// <remarks>
/// Pieces are as small as can be without more launches. On one H200 the fused Adam took 5 µs for the 138,561 parameters of a small
/// discriminator, 27 without pieces; 11 and 29 for 552,513; 28 and 33 for two million. Tensors whose size is no multiple of four stay whole:
/// the kernels go through them in another way, whose last bits may be others.
/// </remarks>
internal static class PieceSize
{
    private const long ElementsOfBlock = 65_536; // kChunkSize of ATen/native/cuda/MultiTensorApply.cuh
    private const long ElementsAtATime = 2_048; // kBlockSize * kILP

    /// <summary>Tensors whose size is no multiple of it stay whole (kILP).</summary>
    public const long ElementsOfThread = 4;

    /// <summary>The most elements of a piece; 0 where nothing is to be cut.</summary>
    /// <param name="sizes">The number of elements of each parameter.</param>
    /// <param name="lists">The lists of tensors that the kernel goes through side by side: parameters, gradients, states.</param>
    public static long Of(IReadOnlyList<long> sizes, int lists)
    {
        long[] cut = [.. sizes.Where(size => size % ElementsOfThread == 0)];
        var whole = sizes.Count - cut.Length;
        var tensorsOfLaunch = TensorsOfLaunch(lists);
        var room = Quotient(sizes.Count, tensorsOfLaunch) * tensorsOfLaunch;
        var longest = Math.Min(ElementsOfBlock, cut.DefaultIfEmpty().Max());
        for (var piece = ElementsAtATime; piece < longest; piece += ElementsAtATime)
        {
            if (whole + cut.Sum(size => Quotient(size, piece)) <= room)
            {
                return piece;
            }
        }

        return 0;
    }

    /// <summary>depth_to_max_tensors there: what fits into the arguments of a kernel.</summary>
    private static int TensorsOfLaunch(int lists) =>
        lists switch
        {
            <= 3 => 48,
            4 => 36,
            _ => 30,
        };

    private static long Quotient(long dividend, long divisor) => (dividend + divisor - 1) / divisor;
}
