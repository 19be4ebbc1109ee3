namespace GanDsl;

/// <summary>
/// What stands among the layers of a network or a block without being one: a modifier of layers, or the use of a block or module.
/// docs/guide/structure.md shows all of them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class StructureAttribute : Attribute
{
    private protected StructureAttribute() { }
}
