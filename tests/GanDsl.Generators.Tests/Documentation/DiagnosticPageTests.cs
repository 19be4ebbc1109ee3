using GanDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>Each rule has a page, and what the page says is what the build does.</summary>
public class DiagnosticPageTests
{
    private static readonly Task<CompiledDeclarations> Wrong = CompiledDeclarations.Of(
        DiagnosticPage.All.Select(page => (page.Id, page.Wrong))
    );

    private static readonly Task<CompiledDeclarations> Right = CompiledDeclarations.Of(
        DiagnosticPage.All.Select(page => (page.Id, page.Right))
    );

    public static TheoryData<string> Ids => [.. DiagnosticPage.All.Select(page => page.Id)];

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(Descriptors.All.Select(rule => rule.Id).Order(), DiagnosticPage.All.Select(page => page.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Begins_with_what_the_rule_is(string id)
    {
        var page = PageOf(id);
        var rule = Descriptors.All.Single(each => each.Id == id);
        var isMended = (await Wrong).Problems[id].Any(diagnostic => diagnostic.Properties.ContainsKey("mend0"));

        Assert.Equal(
            [
                $"# {id}: {rule.Title}",
                "",
                $"Severity: {RuleNames.Severity(rule.DefaultSeverity)} · Family: {RuleNames.Family(rule.Category)} · "
                    + $"Fix: {(isMended ? "offered" : "none")}",
                "",
            ],
            page.Lines.Take(4)
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_five_sections(string id)
    {
        var sections = PageOf(id).Sections;

        Assert.Equal(["What", "Why", "Wrong", "Right", "Evidence"], sections.Select(section => section.Title));
        Assert.DoesNotContain(sections, section => section.Text.Length == 0);
    }

    /// <summary>Beside it there may be information: a discriminator with a BatchNorm always has GAN0404.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_is_wrong_breaks_this_rule_and_no_other(string id) =>
        Assert.Equal(
            [id],
            (await Wrong)
                .Problems[id]
                .Where(diagnostic => diagnostic.Id == id || diagnostic.Severity > DiagnosticSeverity.Info)
                .Select(diagnostic => diagnostic.Id)
                .Distinct()
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_is_right_breaks_no_rule(string id) => Assert.Empty((await Right).Problems[id]);

    [Fact]
    public async Task What_is_wrong_and_what_is_right_are_read_by_the_compiler_without_an_error()
    {
        // A class that is not partial has the compiler's own error, too: GAN0101.
        Assert.Equal("CS0260", Assert.Single((await Wrong).CompilerErrors).Id);
        Assert.Empty((await Right).CompilerErrors);
    }

    private static DiagnosticPage PageOf(string id) => DiagnosticPage.All.Single(page => page.Id == id);
}
