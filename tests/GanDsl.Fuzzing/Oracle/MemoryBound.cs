namespace GanDsl.Fuzzing.Oracle;

/// <summary>
/// Which sizes are run at all. GanDsl's rule GAN0206 is a statement about memory, not about libtorch, which would try: a tensor
/// of more than 2^40 values (four terabytes of floats) for one example counts as one that no machine holds, and is not allocated
/// here. What lies between that and what is cheap is not judged: the case is drawn anew.
/// </summary>
internal static class MemoryBound
{
    private const double LargestTensor = 1L << 40;

    private const double LargestCheapTensor = 1 << 18;

    private const double MostCheapOperations = 1 << 25;

    /// <exception cref="RefusedException">No machine holds it.</exception>
    /// <exception cref="UndecidedException">It would take too long.</exception>
    public static void Require(double elements, double operations)
    {
        if (elements > LargestTensor)
        {
            throw new RefusedException("a tensor has more values than any machine holds");
        }

        if (elements > LargestCheapTensor || operations > MostCheapOperations)
        {
            throw new UndecidedException();
        }
    }
}
