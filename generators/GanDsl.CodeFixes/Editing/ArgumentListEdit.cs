using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.CodeFixes.Editing;

/// <summary>Edits the arguments of one attribute; the others keep their places, comments and line breaks.</summary>
internal static class ArgumentListEdit
{
    public static void Write(
        AttributeSyntax attribute,
        IReadOnlyList<ArgumentChange> changes,
        NameSpelling spelling,
        TextEdits edits
    )
    {
        var typed = attribute.ArgumentList?.Arguments ?? default;
        var arguments = new SeparatedListEdit<AttributeArgumentSyntax>(typed);
        var parameters = new List<string>();
        var properties = new List<string>();

        // Of two values for one argument the first is taken; the other mistake then shows again.
        foreach (var change in changes.GroupBy(change => change.Name).Select(same => same.First()))
        {
            var found = Find(typed, change);
            var value = change.Value is null ? null : spelling.OfValue(change.Value, attribute);
            if (found is not null && value is not null)
            {
                edits.Replace(found.Expression.Span, value);
            }
            else if (found is not null)
            {
                arguments.Replace(found, []);
            }
            else if (value is not null && change.Position is null)
            {
                properties.Add($"{change.Name} = {value}");
            }
            else if (value is not null)
            {
                var follows = change.Position == typed.Count(IsOfConstructor) + parameters.Count;
                parameters.Add(follows ? value : $"{change.Name}: {value}");
            }
        }

        if (typed.Count == 0)
        {
            WriteNew([.. parameters, .. properties], attribute, edits);
            return;
        }

        if (typed.FirstOrDefault(argument => !IsOfConstructor(argument)) is { } first)
        {
            arguments.InsertBefore(first, parameters);
            arguments.InsertAfter(typed.Last(), properties);
        }
        else
        {
            arguments.InsertAfter(typed.Last(), [.. parameters, .. properties]);
        }

        if (arguments.IsEmptied && !attribute.ArgumentList!.DescendantTrivia().Any(TextEdits.IsComment))
        {
            edits.Delete(attribute.ArgumentList.Span);
        }
        else
        {
            arguments.Write(edits);
        }
    }

    private static void WriteNew(IReadOnlyList<string> arguments, AttributeSyntax attribute, TextEdits edits)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        var text = $"({string.Join(", ", arguments)})";
        if (attribute.ArgumentList is { } empty)
        {
            edits.Replace(empty.Span, text);
        }
        else
        {
            edits.Insert(attribute.Name.Span.End, text);
        }
    }

    /// <summary>The argument as typed: by the name of the property or parameter, or at its place.</summary>
    private static AttributeArgumentSyntax? Find(
        SeparatedSyntaxList<AttributeArgumentSyntax> typed,
        ArgumentChange change
    ) =>
        typed.FirstOrDefault(argument => NameOf(argument) == change.Name)
        ?? (
            change.Position is { } position && position < typed.Count && NameOf(typed[position]) is null
                ? typed[position]
                : null
        );

    private static string? NameOf(AttributeArgumentSyntax argument) =>
        (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText;

    private static bool IsOfConstructor(AttributeArgumentSyntax argument) => argument.NameEquals is null;
}
