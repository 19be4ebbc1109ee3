using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>Source text in which the targets of mends stand between ⟦ and ⟧, without the analyzer: any mend, anywhere.</summary>
internal static class MarkedMends
{
    private const string Usings = "global using GanDsl;";

    /// <summary>The text after the mend of the one mark.</summary>
    public static async Task<string> ApplyAsync(string marked, Mend mend, string usings = Usings)
    {
        var (text, spans) = Unmark(marked);
        var run = FixRun.On(text, usings);
        var offers = await run.OffersAsync(ToDiagnostic(await run.TreeAsync(0), Assert.Single(spans), mend));
        var mended = await run.ApplyAsync(Assert.Single(offers));
        return (await mended.TextsAsync())[0];
    }

    /// <summary>The text after Fix All of one mend for each mark, or of all mends for one mark.</summary>
    public static async Task<string> ApplyAllAsync(string marked, params Mend[] mends)
    {
        var (text, spans) = Unmark(marked);
        if (spans is [var only])
        {
            spans = [.. mends.Select(_ => only)];
        }

        Assert.Equal(spans.Count, mends.Length);
        var run = FixRun.On(text, Usings);
        var tree = await run.TreeAsync(0);
        var diagnostics = spans.Zip(mends, (span, mend) => ToDiagnostic(tree, span, mend)).ToList();
        var mended = await run.FixAllAsync(diagnostics, null);
        return (await mended.TextsAsync())[0];
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
