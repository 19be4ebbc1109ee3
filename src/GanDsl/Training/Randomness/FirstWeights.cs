using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>First weights are drawn from torch's random numbers, which all threads of a process share: one GAN is created after the other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FirstWeights
{
    private static readonly Lock OneAfterTheOther = new();

    /// <summary>Begins torch's random numbers on the processor by a seed.</summary>
    /// <param name="seed">The seed of the GAN.</param>
    /// <returns>The turn of this GAN, over when it is disposed.</returns>
    public static Lock.Scope SeededBy(long seed)
    {
        var turn = OneAfterTheOther.EnterScope();
        try
        {
            using var generator = manual_seed(seed);
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }
}
