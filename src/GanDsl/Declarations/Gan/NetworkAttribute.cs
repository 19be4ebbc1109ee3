namespace GanDsl;

/// <summary>Marks a nested partial class as one of the two networks: the base of <see cref="GeneratorAttribute"/> and <see cref="DiscriminatorAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NetworkAttribute : Attribute
{
    private protected NetworkAttribute() { }
}
