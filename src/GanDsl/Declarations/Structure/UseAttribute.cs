namespace GanDsl;

/// <summary>
/// Applies a block or a module of the user's own where it stands among the layers. A block is a class marked with
/// <see cref="BlockAttribute"/>; a module is a class that derives from <c>torch.nn.Module&lt;Tensor, Tensor&gt;</c>, or to be given
/// the labels from <c>torch.nn.Module&lt;Tensor, Tensor, Tensor&gt;</c>, and says with <see cref="ShapeRuleAttribute"/> what it makes of the shape of its
/// input.
/// </summary>
/// <typeparam name="T">The block or module.</typeparam>
/// <param name="arguments">
/// Of a block: an integer for each of its <see cref="BlockParameter"/>s. Of a module: the arguments of its constructor, each a whole
/// number, a <see cref="double"/>, a <see cref="bool"/>, a <see cref="string"/> or an enumeration member.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class UseAttribute<T>(params object[] arguments) : StructureAttribute
    where T : class
{
    /// <summary>What the block or the constructor of the module is given.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments ?? [];

    /// <summary>
    /// The name of the module: the field in the generated class and the prefix of its parameter names (<c>Name = "up"</c> gives
    /// <c>up.conv1.weight</c>). Default: the name of the class and a number, such as <c>upBlock1</c>.
    /// </summary>
    public string? Name { get; set; }
}
