namespace GanDsl;

/// <summary>A change of one attribute argument.</summary>
internal sealed class ArgumentChange
{
    private ArgumentChange(string name, int? position, string? value)
    {
        Name = name;
        Position = position;
        Value = value;
    }

    /// <summary>The property, or the parameter of the constructor.</summary>
    public string Name { get; }

    /// <summary>The place among the constructor's arguments, from 0; null for a property.</summary>
    public int? Position { get; }

    /// <summary>The new value as source text; null to remove the argument.</summary>
    public string? Value { get; }

    public static ArgumentChange Property(string name, string value) => new(name, null, value);

    public static ArgumentChange Parameter(string name, int position, string value) => new(name, position, value);

    public static ArgumentChange Removal(string property) => new(property, null, null);

    public override string ToString() =>
        Value is null ? $"without {Name}"
        : Position is null ? $"{Name} = {Value}"
        : $"{Name}: {Value}";
}
