using System.Reflection;
using System.Text.RegularExpressions;
using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Tests.Diagnostics.RuleCases;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>Each rule fires, once, at the marked place and with the words that help.</summary>
public partial class RuleTests
{
    public static TheoryData<int> CaseNumbers => [.. Enumerable.Range(0, RuleCase.All.Count)];

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public async Task Fires_once_where_the_mistake_is(int number)
    {
        var expected = RuleCase.All[number];

        var diagnostics = await GeneratorRun.On(expected.Language, expected.Source).AnalyzerDiagnosticsAsync();

        var id = Descriptors.IdOf(expected.Rule);
        var diagnostic = Assert.Single(diagnostics, each => each.Id == id);
        var span = diagnostic.Location.SourceSpan;
        Assert.Contains(expected.Words, diagnostic.GetMessage());
        Assert.Equal(expected.MarkedText, expected.Source.Substring(span.Start, span.Length));
        Assert.Equal(expected.Start, span.Start);

        // An error is reported alone; a remark may have others beside it.
        Assert.DoesNotContain(
            diagnostics,
            each => each != diagnostic && (each.Severity == DiagnosticSeverity.Error || IsError(diagnostic))
        );
    }

    [Fact]
    public async Task The_unchanged_declaration_is_fine() =>
        Assert.Empty(await GeneratorRun.On(Declaration.Of()).AnalyzerDiagnosticsAsync());

    [Fact]
    public void Every_rule_has_a_case() =>
        Assert.Empty(Enum.GetValues<Rule>().Except(RuleCase.All.Select(each => each.Rule)));

    /// <summary>At least one: which ways there are to declare a layer wrongly, only its code tells.</summary>
    [Fact]
    public void Every_layer_that_checks_its_arguments_has_a_case_of_a_wrong_one()
    {
        var checking = typeof(LayerAttribute)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(LayerAttribute)))
            .Where(ChecksArguments)
            .Select(type => type.Name[..^nameof(Attribute).Length]);
        var refused = RuleCase
            .All.Where(each => each.Rule == Rule.InvalidArgument)
            .Select(each => Layer().Match(each.Marked).Groups["kind"].Value)
            .ToHashSet(StringComparer.Ordinal);

        var missing = checking.Except(refused).ToList();
        Assert.True(missing.Count == 0, $"No case of {Rule.InvalidArgument}: {string.Join(", ", missing)}.");
    }

    [Fact]
    public void Every_rule_has_a_diagnostic_of_its_number() =>
        Assert.Equal(
            Enum.GetValues<Rule>().Select(Descriptors.IdOf).Order(),
            Descriptors.All.Select(each => each.Id).Order()
        );

    [Fact]
    public async Task Can_be_silenced_where_it_stands()
    {
        var source = Declaration.WithDiscriminator(
            "[Flatten]\n#pragma warning disable GAN0208\n[Linear(2)]\n#pragma warning restore GAN0208\n"
        );

        Assert.Empty(await GeneratorRun.On(source).AnalyzerDiagnosticsAsync());
    }

    [Fact]
    public async Task Its_severity_can_be_configured()
    {
        var run = GeneratorRun.On(Declaration.WithDiscriminator("[Flatten, Linear(1), Sigmoid]"));

        var diagnostic = Assert.Single(await run.AnalyzerDiagnosticsAsync(("GAN0301", ReportDiagnostic.Error)));

        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
    }

    private static bool ChecksArguments(Type layer) =>
        layer.GetMethod("ArgumentProblems", BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType
        != typeof(LayerAttribute);

    /// <summary>The attribute that is marked, or one of whose arguments is.</summary>
    [GeneratedRegex(@"⟦(?<kind>\w+)\(|\b(?<kind>\w+)\([^()⟦]*⟦")]
    private static partial Regex Layer();

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
