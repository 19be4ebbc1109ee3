namespace GanDsl.Fuzzing.Oracle;

/// <summary>
/// Which sizes are run at all. GanDsl's rule GAN0206 is a statement about memory, not about libtorch, which would try: a tensor
/// of more than int.MaxValue values for one example counts as one that does not fit, and is not allocated here. What lies
/// between that and what is cheap is not judged: the case is drawn anew.
/// </summary>
internal static class MemoryBound
{
    private const double LargestCheapTensor = 1 << 18;

    private const double MostCheapOperations = 1 << 25;

    public static void Require(double elements, double operations)
    {
        if (elements > int.MaxValue)
        {
            throw new RefusedException("a tensor does not fit: it has more than int.MaxValue values");
        }

        if (elements > LargestCheapTensor || operations > MostCheapOperations)
        {
            throw new CostlyException();
        }
    }
}
