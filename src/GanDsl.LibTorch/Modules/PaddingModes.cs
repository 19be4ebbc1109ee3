namespace TorchSharp;

/// <summary>How a tensor is continued beyond its border.</summary>
public enum PaddingModes
{
    /// <summary>With zeros.</summary>
    Zeros = 0,

    /// <summary>Mirrored at the border element, which is not repeated.</summary>
    Reflect = 1,

    /// <summary>With the border element.</summary>
    Replicate = 2,

    /// <summary>With the elements of the opposite border.</summary>
    Circular = 3,

    /// <summary>With a given constant.</summary>
    Constant = 4,
}
