using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.CodeFixes.Editing;

/// <summary>Edits the attributes of one list: adds, replaces and removes some and changes the arguments of others.</summary>
internal static class AttributeListEdit
{
    public static void Write(
        AttributeListSyntax list,
        ILookup<AttributeSyntax, Mend> mends,
        NameSpelling spelling,
        TextEdits edits
    )
    {
        var attributes = new SeparatedListEdit<AttributeSyntax>(list.Attributes);
        foreach (var ofAttribute in mends)
        {
            foreach (var mend in ofAttribute)
            {
                Apply(mend, ofAttribute.Key, attributes, spelling);
            }

            if (attributes.IsKept(ofAttribute.Key))
            {
                ArgumentListEdit.Write(
                    ofAttribute.Key,
                    [.. ofAttribute.SelectMany(mend => mend.Changes)],
                    spelling,
                    edits
                );
            }
        }

        if (attributes.IsEmptied)
        {
            edits.Delete(list.Span);
        }
        else
        {
            attributes.Write(edits);
        }
    }

    private static void Apply(
        Mend mend,
        AttributeSyntax target,
        SeparatedListEdit<AttributeSyntax> attributes,
        NameSpelling spelling
    )
    {
        var added = mend.Attributes.Select(attribute => spelling.Of(attribute, target)).ToList();
        switch (mend.Kind)
        {
            case MendKind.InsertBefore:
                attributes.InsertBefore(target, added);
                break;
            case MendKind.InsertAfter:
                attributes.InsertAfter(target, added);
                break;
            case MendKind.Replace:
                attributes.Replace(target, added);
                break;
            case MendKind.Remove:
                attributes.Replace(target, []);
                break;
        }
    }
}
