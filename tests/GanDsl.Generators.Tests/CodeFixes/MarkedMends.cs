using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>Source text in which the targets of mends stand between ⟦ and ⟧, without the analyzer: any mend, anywhere.</summary>
internal static class MarkedMends
{
    /// <summary>The text after the mend of the one mark.</summary>
    public static async Task<string> ApplyAsync(string marked, Mend mend)
    {
        var (text, spans) = Unmark(marked);
        var run = FixRun.On(text);
        var offers = await run.OffersAsync(ToDiagnostic(await run.TreeAsync(0), Assert.Single(spans), mend));
        var mended = await run.ApplyAsync(Assert.Single(offers));
        return Assert.Single(await mended.TextsAsync());
    }

    /// <summary>The text after Fix All, where each mark has the mend of its place in the list.</summary>
    public static async Task<string> ApplyAllAsync(string marked, params Mend[] mends)
    {
        var (text, spans) = Unmark(marked);
        Assert.Equal(spans.Count, mends.Length);
        var run = FixRun.On(text);
        var tree = await run.TreeAsync(0);
        var diagnostics = spans.Zip(mends, (span, mend) => ToDiagnostic(tree, span, mend)).ToList();
        var mended = await run.FixAllAsync(diagnostics, null!);
        return Assert.Single(await mended.TextsAsync());
    }

    private static Diagnostic ToDiagnostic(SyntaxTree tree, TextSpan span, Mend mend)
    {
        var target = Location.Create(tree, span);
        return Diagnostic.Create(
            Descriptors.Of(Rule.InvalidArgument),
            target,
            [target],
            MendProperties.Write([new PlacedMend(mend, target)]),
            "to mend"
        );
    }

    private static (string Text, IReadOnlyList<TextSpan> Spans) Unmark(string marked)
    {
        var spans = new List<TextSpan>();
        var text = marked;
        while (text.IndexOf('⟦') is >= 0 and var start)
        {
            var end = text.IndexOf('⟧') - 1;
            text = text.Remove(start, 1).Remove(end, 1);
            spans.Add(TextSpan.FromBounds(start, end));
        }

        return (text, spans);
    }
}
