namespace GanDsl;

/// <summary>
/// Gives a module of the user's own in Python, for the <c>PyTorchSource</c> of GANs that use it: the source text of a class of the same
/// name that derives from <c>nn.Module</c>, takes the same arguments and has the same parameters and buffers.
/// </summary>
/// <remarks>
/// <c>torch</c>, <c>nn</c> (<c>torch.nn</c>) and <c>F</c> (<c>torch.nn.functional</c>) are imported. An enumeration member is given as a
/// string with its name. Without this attribute the class is written with a constructor that raises <c>NotImplementedError</c>.
/// </remarks>
/// <param name="source">The source text, which begins a line with <c>class</c> and the name of the C# class.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PyTorchSourceAttribute(string source) : Attribute
{
    /// <summary>The source text.</summary>
    public string Source { get; } = source ?? "";

    /// <summary>The class for a module of that name; null where the text has no such class.</summary>
    internal PyTorchDefinition? DefinitionOf(string name)
    {
        // What C# takes for the end of a line.
        var lines = Source.Replace("\r\n", "\n").Trim('\n').Split('\n', '\r', '\u0085', '\u2028', '\u2029');
        var isDefined = lines.Any(line =>
            line.StartsWith($"class {name}(", StringComparison.Ordinal)
            || line.StartsWith($"class {name}:", StringComparison.Ordinal)
        );
        return isDefined ? new(name, string.Join("\n", lines)) : null;
    }
}
