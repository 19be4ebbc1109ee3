using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.CodeFixes.Editing;

/// <summary>Finds what a mend edits.</summary>
internal static class MendTarget
{
    /// <summary>The class whose identifier stands at the location.</summary>
    public static TypeDeclarationSyntax Type(SyntaxNode root, Location location) =>
        root.FindToken(location.SourceSpan.Start).Parent!.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;

    /// <summary>The attribute that stands at the location.</summary>
    public static AttributeSyntax Attribute(SyntaxNode root, Location location) =>
        root.FindNode(location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>()!;
}
