using System.Text.RegularExpressions;
using GanDsl.Fuzzing.Drawing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Fuzzing.Mutation;

/// <summary>The ways in which a source text is changed, as a hurried person or a half-finished edit would.</summary>
internal static class Mutations
{
    public static readonly IReadOnlyList<Func<FuzzRandom, string, string>> All =
    [
        DeleteToken,
        DuplicateToken,
        SwapTokens,
        ReplaceToken,
        ReplaceArgument,
        ReplaceArgument,
        AddArgument,
        RespellAttribute,
        RenameIdentifier,
        ChangeModifiers,
        AddToType,
        Surround,
        Append,
        CutShort,
        ChangeLineEndings,
    ];

    private static string DeleteToken(FuzzRandom random, string text) => Replace(text, Token(random, text), "");

    private static string DuplicateToken(FuzzRandom random, string text)
    {
        var token = Token(random, text);
        return text.Insert(token.End, " " + text.Substring(token.Start, token.Length));
    }

    private static string SwapTokens(FuzzRandom random, string text)
    {
        var tokens = Tokens(text);
        var at = random.Int(0, tokens.Count - 2);
        return tokens.Count < 2
            ? text
            : text[..tokens[at].Start]
                + text[tokens[at + 1].Start..tokens[at + 1].End]
                + text[tokens[at].End..tokens[at + 1].Start]
                + text[tokens[at].Start..tokens[at].End]
                + text[tokens[at + 1].End..];
    }

    private static string ReplaceToken(FuzzRandom random, string text) =>
        Replace(text, Token(random, text), random.Pick(WordSnippets.Tokens));

    private static string ReplaceArgument(FuzzRandom random, string text)
    {
        var arguments = Nodes<AttributeArgumentSyntax>(text);
        return arguments.Count == 0
            ? text
            : Replace(text, random.Pick(arguments).Expression.Span, random.Pick(ArgumentSnippets.Arguments));
    }

    private static string AddArgument(FuzzRandom random, string text)
    {
        var lists = Nodes<AttributeArgumentListSyntax>(text);
        return lists.Count == 0
            ? text
            : text.Insert(
                random.Pick(lists).CloseParenToken.SpanStart,
                $", {random.Pick(ArgumentSnippets.NamedArguments)}"
            );
    }

    /// <summary>The same attribute by another of its names, or another attribute.</summary>
    private static string RespellAttribute(FuzzRandom random, string text)
    {
        var attributes = Nodes<AttributeSyntax>(text);
        if (attributes.Count == 0)
        {
            return text;
        }

        var name = random.Pick(attributes).Name;
        return Replace(text, name.Span, random.Pick(ArgumentSnippets.Spellings).Replace("NAME", name.ToString()));
    }

    /// <summary>Renames everywhere, as a refactoring would, or in one place only.</summary>
    private static string RenameIdentifier(FuzzRandom random, string text)
    {
        var types = Nodes<TypeDeclarationSyntax>(text).Select(type => type.Identifier).ToList();
        if (types.Count == 0)
        {
            return text;
        }

        var identifier = random.Pick(types);
        var name = random.Chance(0.2) ? SwapCase(identifier.Text) : random.Pick(WordSnippets.Names);
        return random.Chance(0.5)
            ? Replace(text, identifier.Span, name)
            : Regex.Replace(text, $@"\b{Regex.Escape(identifier.Text)}\b", name.Replace("$", "$$"));
    }

    private static string ChangeModifiers(FuzzRandom random, string text)
    {
        var types = Nodes<TypeDeclarationSyntax>(text);
        if (types.Count == 0)
        {
            return text;
        }

        var type = random.Pick(types);
        var modifiers = type.Modifiers.Count == 0 ? new TextSpan(type.Keyword.SpanStart, 0) : type.Modifiers.Span;
        return random.Chance(0.5)
            ? Replace(text, modifiers, random.Pick(TypeSnippets.Modifiers) + " ")
            : Replace(text, type.Keyword.Span, random.Pick(TypeSnippets.Keywords));
    }

    private static string AddToType(FuzzRandom random, string text)
    {
        var types = Nodes<TypeDeclarationSyntax>(text);
        return types.Count == 0
            ? text
            : text.Insert(random.Pick(types).Identifier.Span.End, random.Pick(TypeSnippets.TypeSuffixes));
    }

    private static string Surround(FuzzRandom random, string text) =>
        random
            .Pick(TypeSnippets.Surroundings)
            .Replace("TEXT", text.Replace("namespace Demo;", "").Replace("using GanDsl;", ""));

    private static string Append(FuzzRandom random, string text)
    {
        var types = Nodes<TypeDeclarationSyntax>(text);
        var name = types.Count == 0 ? "Other" : random.Pick(types).Identifier.Text;
        return text + "\n" + random.Pick(TypeSnippets.Additions).Replace("NAME", name).Replace("OTHER", SwapCase(name));
    }

    private static string CutShort(FuzzRandom random, string text) => text[..random.Int(0, text.Length)];

    private static string ChangeLineEndings(FuzzRandom random, string text) =>
        text.Replace("\n", random.Pick("\r\n", "\r", "\u2028", "\u0085", " ", "\n\n", "\n\t\v\f"));

    private static List<TextSpan> Tokens(string text) =>
        [.. SyntaxFactory.ParseTokens(text).Select(token => token.Span).Where(span => span.Length > 0)];

    private static TextSpan Token(FuzzRandom random, string text)
    {
        var tokens = Tokens(text);
        return tokens.Count == 0 ? new TextSpan(0, 0) : random.Pick(tokens);
    }

    private static List<T> Nodes<T>(string text)
        where T : SyntaxNode => [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<T>()];

    private static string Replace(string text, TextSpan span, string by) => text[..span.Start] + by + text[span.End..];

    private static string SwapCase(string name) =>
        string.Concat(
            name.Select(letter => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter))
        );
}
