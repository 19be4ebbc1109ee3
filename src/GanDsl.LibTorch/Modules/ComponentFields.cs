using System.Collections.Concurrent;
using System.Reflection;

namespace TorchSharp;

/// <summary>The instance fields of a module type in the order in which its components are registered.</summary>
internal static class ComponentFields
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Known = new();

    /// <summary>The fields of <paramref name="type"/> and of its bases, most derived first; a hidden field is left out.</summary>
    public static FieldInfo[] Of(Type type) => Known.GetOrAdd(type, Find);

    private static FieldInfo[] Find(Type type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var fields = new List<FieldInfo>();
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            fields.AddRange(current.GetFields(Instance).Where(field => names.Add(field.Name)));
        }

        return [.. fields];
    }
}
