namespace GanDsl;

/// <summary>
/// Makes a block residual: its output is that of its layers plus its input, y = F(x) + x, so both have one shape.
/// Paper: He et al. 2016.
/// </summary>
public class ResidualAttribute : StructureAttribute
{
    /// <summary>Adds the input as it is.</summary>
    public ResidualAttribute() { }

    private protected ResidualAttribute(int[]? arguments) => Arguments = arguments ?? [];

    /// <summary>What the block of the shortcut is given; empty where the input is added as it is.</summary>
    public IReadOnlyList<int> Arguments { get; } = [];
}
