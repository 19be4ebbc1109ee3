namespace GanDsl.LibTorch.Tests.Optimizers;

/// <summary>How numbers lie in memory. What is not contiguous is updated by operators instead of in one pass.</summary>
public enum Layout
{
    /// <summary>One beside the other.</summary>
    Contiguous,

    /// <summary>Every other place.</summary>
    Strided,
}
