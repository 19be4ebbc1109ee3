using System.Collections.Immutable;
using System.Globalization;
using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Diagnostics;

/// <summary>
/// Carries the mends of a problem from the analyzer to the code fix: each as one property of the diagnostic, its target as the
/// additional location of the same number.
/// </summary>
internal static class MendProperties
{
    private const string Prefix = "mend";
    private const char Separator = '\n';

    /// <summary>The properties for <see cref="Diagnostic.Properties"/>; the targets become the additional locations.</summary>
    public static ImmutableDictionary<string, string?> Write(IReadOnlyList<PlacedMend> mends) =>
        mends
            .Select((placed, index) => new KeyValuePair<string, string?>(Key(index), ToText(placed.Mend)))
            .ToImmutableDictionary();

    /// <summary>The mends of a diagnostic with their targets, in order.</summary>
    public static IReadOnlyList<PlacedMend> Read(Diagnostic diagnostic)
    {
        var mends = new List<PlacedMend>();
        while (diagnostic.Properties.TryGetValue(Key(mends.Count), out var text))
        {
            mends.Add(new(ToMend(text!), diagnostic.AdditionalLocations[mends.Count]));
        }

        return mends;
    }

    private static string Key(int index) => Prefix + index.ToString(CultureInfo.InvariantCulture);

    // Kind, title, number of attributes, the attributes, then three fields per changed argument.
    private static string ToText(Mend mend)
    {
        var changes = mend.Changes.SelectMany(change =>
            new[] { change.Name, change.Position is { } position ? CodeText.Of(position) : "", change.Value ?? "" }
        );
        string[] head = [mend.Kind.ToString(), mend.Title, CodeText.Of(mend.Attributes.Count)];
        return string.Join(Separator.ToString(), head.Concat(mend.Attributes).Concat(changes));
    }

    private static Mend ToMend(string text)
    {
        var fields = text.Split(Separator);
        var attributeCount = int.Parse(fields[2], CultureInfo.InvariantCulture);
        var changes = new List<ArgumentChange>();
        for (var index = 3 + attributeCount; index < fields.Length; index += 3)
        {
            changes.Add(ToChange(fields[index], fields[index + 1], fields[index + 2]));
        }

        var kind = (MendKind)Enum.Parse(typeof(MendKind), fields[0]);
        return new(kind, fields[1], [.. fields.Skip(3).Take(attributeCount)], changes);
    }

    private static ArgumentChange ToChange(string name, string position, string value) =>
        value.Length == 0 ? ArgumentChange.Removal(name)
        : position.Length == 0 ? ArgumentChange.Property(name, value)
        : ArgumentChange.Parameter(name, int.Parse(position, CultureInfo.InvariantCulture), value);
}
