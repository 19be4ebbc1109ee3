namespace GanDsl.Tests.Models;

/// <summary>Blocks with the names of a keyword of Python and of classes that stand in Python where PyTorch has none.</summary>
internal static class OddBlocks
{
    [Block, Linear(BlockParameter.First), Tanh]
    public class None;

    [Block, Residual, Reshape(1, 6), GanDsl.SelfAttention, Reshape(6)]
    public class SelfAttention;

    [Block, Linear(BlockParameter.First), Tanh]
    public class SpectralNorm;
}
