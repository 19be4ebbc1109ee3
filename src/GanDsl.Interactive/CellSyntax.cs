using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Interactive;

/// <summary>The text of a cell as that of a project's file.</summary>
internal static class CellSyntax
{
    /// <summary>
    /// Puts the cell into a namespace of its own, and makes public what says nothing else, as C# cells are scripts, in which that is so, too.
    /// What is added has no width, so that every line and column stays where it was typed.
    /// </summary>
    public static CompilationUnitSyntax InNamespace(CompilationUnitSyntax root, string name)
    {
        var members = root.Members.Select(InBraces).ToList();
        var space = SyntaxFactory
            .NamespaceDeclaration(
                SyntaxFactory.IdentifierName(SyntaxFactory.Identifier([], SyntaxKind.IdentifierToken, "", name, []))
            )
            .WithNamespaceKeyword(WithoutWidth(SyntaxKind.NamespaceKeyword))
            .WithOpenBraceToken(WithoutWidth(SyntaxKind.OpenBraceToken))
            .WithMembers([.. members])
            .WithCloseBraceToken(WithoutWidth(SyntaxKind.CloseBraceToken));
        root = root.WithMembers([space]);
        return root.ReplaceNodes(
            root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                .OfType<BaseTypeDeclarationSyntax>()
                .Where(type => !type.Modifiers.Any(IsAccess)),
            (_, type) => MadePublic(type)
        );
    }

    /// <summary>A namespace for the rest of the file, which cannot stand in another one, as one that can.</summary>
    private static MemberDeclarationSyntax InBraces(MemberDeclarationSyntax member) =>
        member is not FileScopedNamespaceDeclarationSyntax space
            ? member
            : SyntaxFactory.NamespaceDeclaration(
                space.AttributeLists,
                space.Modifiers,
                space.NamespaceKeyword,
                space.Name,
                SyntaxFactory.Token(
                    space.SemicolonToken.LeadingTrivia,
                    SyntaxKind.OpenBraceToken,
                    ";",
                    ";",
                    space.SemicolonToken.TrailingTrivia
                ),
                space.Externs,
                space.Usings,
                space.Members,
                WithoutWidth(SyntaxKind.CloseBraceToken),
                default
            );

    private static BaseTypeDeclarationSyntax MadePublic(BaseTypeDeclarationSyntax type)
    {
        var first = type.AttributeLists.LastOrDefault()?.GetLastToken().GetNextToken() ?? type.GetFirstToken();
        var trivia = first.LeadingTrivia;
        type = type.ReplaceToken(first, first.WithLeadingTrivia());
        var access = SyntaxFactory.Token(trivia, SyntaxKind.PublicKeyword, "", "", []);
        return (BaseTypeDeclarationSyntax)type.WithModifiers(type.Modifiers.Insert(0, access));
    }

    private static SyntaxToken WithoutWidth(SyntaxKind kind) => SyntaxFactory.Token([], kind, "", "", []);

    private static bool IsAccess(SyntaxToken modifier) =>
        SyntaxFacts.IsAccessibilityModifier(modifier.Kind()) || modifier.IsKind(SyntaxKind.FileKeyword);
}
