using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace GanDsl.CodeFixes;

/// <summary>A mend of a diagnostic under the key by which Fix All finds the same choice at other diagnostics.</summary>
/// <param name="Key">
/// The rule, the kind of edit and the names that it writes, without values: <c>GAN0207 InsertAfter Reshape</c> is one choice
/// whatever the shape.
/// </param>
/// <param name="Placed">The mend and its target.</param>
internal sealed record MendChoice(string Key, PlacedMend Placed)
{
    /// <summary>The choices that a diagnostic offers, in its order.</summary>
    public static IReadOnlyList<MendChoice> Of(Diagnostic diagnostic)
    {
        var choices = new List<MendChoice>();
        foreach (var placed in MendProperties.Read(diagnostic))
        {
            var key = KeyOf(diagnostic.Id, placed.Mend);
            var same = choices.Count(choice =>
                choice.Key == key || choice.Key.StartsWith(key + " #", StringComparison.Ordinal)
            );
            choices.Add(new(same == 0 ? key : $"{key} #{same + 1}", placed));
        }

        return choices;
    }

    private static string KeyOf(string id, Mend mend)
    {
        var names = mend
            .Attributes.Select(attribute => attribute.Split('(')[0])
            .Concat(mend.Changes.Select(change => change.Name));
        return string.Join(" ", new[] { id, mend.Kind.ToString() }.Concat(names));
    }
}
