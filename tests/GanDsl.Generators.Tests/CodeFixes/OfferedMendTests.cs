using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Tests.Diagnostics.RuleCases;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>Every mend that a rule offers leads to a declaration that does not break the rule any more, and that compiles.</summary>
public class OfferedMendTests
{
    public static TheoryData<int> CaseNumbers => [.. Enumerable.Range(0, RuleCase.All.Count)];

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public async Task Mends_the_mistake(int number)
    {
        var broken = RuleCase.All[number];
        var run = FixRun.On(broken.Source);
        var id = Descriptors.IdOf(broken.Rule);
        foreach (var diagnostic in (await run.DiagnosticsAsync()).Where(each => each.Id == id))
        {
            foreach (var offer in await run.OffersAsync(diagnostic))
            {
                var mended = (await (await run.ApplyAsync(offer)).TextsAsync())[0];

                var situation = $"{diagnostic.GetMessage()}\n{offer.Title}\n{mended}";
                Assert.True(mended != broken.Source, situation);
                var result = GeneratorRun.On(broken.Language, mended);
                var reported = await result.AnalyzerDiagnosticsAsync();
                Assert.DoesNotContain(reported, each => each.Id == id && !IsNextOfChain(broken.Rule, each, diagnostic));
                var errors = result.CompilerDiagnostics();
                Assert.True(errors.Count == 0, $"{situation}\n{string.Join("\n", errors)}");
            }
        }
    }

    // Of several stray attributes of a class, one is named at a time.
    private static bool IsNextOfChain(Rule rule, Diagnostic reported, Diagnostic mended) =>
        rule == Rule.StrayAttribute && reported.GetMessage() != mended.GetMessage();
}
