using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>What the analyzer writes into a diagnostic, the code fix reads.</summary>
public class MendPropertiesTests
{
    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText(new string(' ', 20));

    public static TheoryData<int> MendNumbers => [.. Enumerable.Range(0, Mends.Length)];

    private static Mend[] Mends =>
        [
            Mend.MakePartial,
            Mend.AddToClass("Latent(64)"),
            Mend.InsertBefore("Flatten"),
            Mend.InsertAfter("Flatten", "Linear(1)"),
            Mend.ReplaceBy("Tanh"),
            Mend.Remove("Tanh"),
            Mend.Set("Linear", ArgumentChange.Parameter("outFeatures", 0, "1")),
            Mend.Set(
                "Conv2d",
                ArgumentChange.Removal("PaddingMode"),
                ArgumentChange.Property("Name", "\"a, b = c\""),
                ArgumentChange.Parameter("kernelSize", 1, "3")
            ),
        ];

    [Theory]
    [MemberData(nameof(MendNumbers))]
    public void A_mend_comes_back_as_it_was(int number)
    {
        var mend = Mends[number];

        var read = Assert.Single(MendProperties.Read(Carrying(mend)));

        AssertSame(mend, read.Mend);
    }

    [Fact]
    public void Several_mends_come_back_in_order_with_their_targets()
    {
        var read = MendProperties.Read(Carrying(Mends));

        Assert.Equal(Mends.Length, read.Count);
        for (var index = 0; index < Mends.Length; index++)
        {
            AssertSame(Mends[index], read[index].Mend);
            Assert.Equal(index, read[index].Target.SourceSpan.Start);
        }
    }

    [Fact]
    public void Without_mends_there_is_nothing() => Assert.Empty(MendProperties.Read(Carrying()));

    [Fact]
    public void Every_kind_is_covered() =>
        Assert.Equal(Enum.GetValues<MendKind>(), Mends.Select(mend => mend.Kind).Distinct());

    private static Diagnostic Carrying(params Mend[] mends)
    {
        PlacedMend[] placed =
        [
            .. mends.Select((mend, index) => new PlacedMend(mend, Location.Create(Tree, new TextSpan(index, 1)))),
        ];
        return Diagnostic.Create(
            Descriptors.Of(Rule.InvalidArgument),
            Location.None,
            placed.Select(mend => mend.Target),
            MendProperties.Write(placed),
            "to mend"
        );
    }

    private static void AssertSame(Mend expected, Mend actual)
    {
        Assert.Equal(expected.Kind, actual.Kind);
        Assert.Equal(expected.Title, actual.Title);
        Assert.Equal(expected.Attributes, actual.Attributes);
        Assert.Equal(expected.Changes.Select(FieldsOf), actual.Changes.Select(FieldsOf));
    }

    private static (string, int?, string?) FieldsOf(ArgumentChange change) =>
        (change.Name, change.Position, change.Value);
}
