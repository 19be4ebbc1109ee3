namespace GanDsl;

/// <summary>
/// Makes a block residual with another block on the way around it: y = F(x) + shortcut(x), where both have one shape.
/// Paper: He et al. 2016.
/// </summary>
/// <typeparam name="TShortcut">The block that the input goes through, such as one convolution with a kernel of 1.</typeparam>
/// <param name="arguments">An integer for each <see cref="BlockParameter"/> of the shortcut.</param>
public sealed class ResidualAttribute<TShortcut>(params int[] arguments) : ResidualAttribute(arguments)
    where TShortcut : class;
