namespace TorchSharp.Utils;

/// <summary>Names the parameter, buffer or module in a field, where the field's own name is not the one to save under.</summary>
public class ComponentNameAttribute : Attribute
{
    /// <summary>The name in the state dictionary.</summary>
    public string Name { get; set; } = null!;
}
