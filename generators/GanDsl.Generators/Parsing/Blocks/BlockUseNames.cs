namespace GanDsl.Generators.Parsing;

/// <summary>Names in the class that is emitted for the use of a block.</summary>
internal static class BlockUseNames
{
    /// <summary>The field of the shortcut of a residual block.</summary>
    public const string Shortcut = "shortcut";

    /// <summary>The parameter of its forward pass.</summary>
    public const string Input = "input";
}
