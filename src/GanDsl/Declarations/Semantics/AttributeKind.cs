namespace GanDsl;

/// <summary>The name by which an attribute is typed.</summary>
internal static class AttributeKind
{
    /// <summary>The name of its type without the ending, such as <c>Conv2d</c>.</summary>
    public static string Of(Attribute attribute)
    {
        var type = attribute.GetType().Name;
        return type.Substring(0, type.Length - nameof(Attribute).Length);
    }
}
