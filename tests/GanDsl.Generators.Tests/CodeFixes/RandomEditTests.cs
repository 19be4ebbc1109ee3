using GanDsl.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>
/// Random edits of random attribute lists against the same edits of plain lists of names: whatever the layout and the
/// combination, the text is well-formed, says what it has to say, keeps its comments and has no blanks at line ends.
/// </summary>
public class RandomEditTests
{
    private static readonly string[] Gaps = ["", "", " ", "\n    ", " /* c */ ", " // c\n    "];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Edits_do_what_they_say(int seed)
    {
        var random = new Random(seed);
        for (var trial = 0; trial < 250; trial++)
        {
            Check(random);
        }
    }

    private static void Check(Random random)
    {
        string Gap() => Gaps[random.Next(Gaps.Length)];
        var names = Enumerable.Range(0, random.Next(1, 6)).Select(index => $"A{index}").ToList();
        var items = string.Join(",", names.Select(name => Gap() + name + Gap()));
        var source = $"[B]\n[{items}{(random.Next(4) == 0 ? "," : "")}]\nclass C;";
        var mends = names.ToDictionary(name => name, _ => RandomMends(random));

        var text = Apply(source, mends);

        var tree = CSharpSyntaxTree.ParseText(text);
        string[] expected = ["B", .. names.SelectMany(name => Expected(name, mends[name]))];
        string[] found = [.. Attributes(tree).Select(attribute => attribute.ToString())];
        var situation = $"{source}\n{string.Join("; ", mends.SelectMany(each => each.Value, Describe))}\n=>\n{text}";
        Assert.True(!tree.GetDiagnostics().Any(), situation);
        Assert.True(expected.SequenceEqual(found), situation);
        Assert.True(text.Split('\n').All(line => !line.EndsWith(' ')), situation);
        Assert.True(found.Length == 1 || Comments(tree) == Comments(CSharpSyntaxTree.ParseText(source)), situation);
    }

    private static Mend[] RandomMends(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(3))
                .Select(number =>
                    random.Next(6) switch
                    {
                        0 => Mend.InsertBefore($"P{number}"),
                        1 => Mend.InsertAfter($"Q{number}", "R"),
                        2 => Mend.ReplaceBy($"S{number}"),
                        3 => Mend.Set("A", ArgumentChange.Property("X", "1")),
                        _ => Mend.Remove("A"),
                    }
                ),
        ];

    private static IEnumerable<string> Expected(string name, Mend[] mends)
    {
        var own = mends.FirstOrDefault(mend => mend.Kind is MendKind.Replace or MendKind.Remove);
        var isSet = mends.Any(mend => mend.Kind == MendKind.SetArguments);
        return
        [
            .. mends.Where(mend => mend.Kind == MendKind.InsertBefore).SelectMany(mend => mend.Attributes),
            .. own is null ? [isSet ? $"{name}(X = 1)" : name] : own.Attributes,
            .. mends.Where(mend => mend.Kind == MendKind.InsertAfter).SelectMany(mend => mend.Attributes),
        ];
    }

    private static string Apply(string source, Dictionary<string, Mend[]> mends)
    {
        var tree = CSharpSyntaxTree.ParseText(source);
        var attributes = Attributes(tree).Skip(1).ToList();
        var edits = new TextEdits(SourceText.From(source));
        var spelling = new NameSpelling(CSharpCompilation.Create("A", [tree]).GetSemanticModel(tree));
        var placed = attributes.SelectMany(
            attribute => mends[attribute.ToString()],
            (attribute, mend) => (attribute, mend)
        );
        AttributeListEdit.Write(
            (AttributeListSyntax)attributes[0].Parent!,
            placed.ToLookup(each => each.attribute, each => each.mend),
            spelling,
            edits
        );
        return SourceText.From(source).WithChanges(edits.Changes()).ToString();
    }

    private static IEnumerable<AttributeSyntax> Attributes(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>();

    private static int Comments(SyntaxTree tree) => tree.GetRoot().DescendantTrivia().Count(TextEdits.IsComment);

    private static string Describe(KeyValuePair<string, Mend[]> mended, Mend mend) => $"{mended.Key}: {mend.Title}";
}
