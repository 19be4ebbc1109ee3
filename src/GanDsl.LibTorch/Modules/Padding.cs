namespace TorchSharp;

/// <summary>A padding of a convolution that follows from the other sizes.</summary>
public enum Padding
{
    /// <summary>No padding.</summary>
    Valid = 0,

    /// <summary>So much that the output has the size of the input; only with stride 1.</summary>
    Same = 1,
}
