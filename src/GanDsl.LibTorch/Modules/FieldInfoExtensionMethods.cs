using System.Reflection;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>How a field of a module names its component.</summary>
public static class FieldInfoExtensionMethods
{
    /// <summary>The name given by <see cref="ComponentNameAttribute"/>, else the name of the field.</summary>
    /// <param name="field">A field of a module.</param>
    /// <returns>The name under which the field's value is registered and saved.</returns>
    public static string ComponentName(this FieldInfo field) =>
        field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
}
