using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;
using GanDsl.Generators.Tests.Emission;
using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;
using Microsoft.CodeAnalysis.CSharp;
using TorchSharp;

namespace GanDsl.Generators.Tests.Inference;

/// <summary>A layer can have any name that its field can have, and no other.</summary>
public class LayerNameTests
{
    private static readonly IReadOnlyCollection<string> NamesOfModule = TorchModule.InheritedNames(
        GeneratorRun.Compile("")
    );

    private static readonly Type ModuleType = typeof(torch.nn.Module<torch.Tensor, torch.Tensor>);

    [Fact]
    public void What_a_module_inherits_is_reserved() =>
        Assert.Equal(
            InheritedNames.Of(ModuleType).Distinct().Order(StringComparer.Ordinal),
            NamesOfModule.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void What_emitted_code_calls_by_simple_name_is_reserved() =>
        Assert.Equal(
            ReservedNames.OfEmittedCode.Order(StringComparer.Ordinal),
            EmittedCodeTests
                .Declarations.Cast<object[]>()
                .SelectMany(row => EmittedNames.OfNetworks((string)row[0]))
                .Except(NamesOfModule)
                .Except(ReservedNames.OfNetwork)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task Every_name_that_is_not_refused_compiles_without_a_warning()
    {
        var emitted = GeneratorRun.On(DeclaredGans.Digits);
        var candidates = emitted
            .Sources.SelectMany(source => source.SyntaxTree.GetRoot().DescendantTokens())
            .Select(token => token.ValueText)
            .Where(SyntaxFacts.IsValidIdentifier)
            .Concat(InheritedNames.Of(ModuleType))
            .Concat(Keywords())
            .Distinct()
            .ToList();

        var refused = await RefusedOf(candidates);
        var accepted = GeneratorRun.On(WithLayersNamed(candidates.Except(refused)));

        Assert.Contains("forward", refused);
        Assert.Empty(await accepted.AnalyzerDiagnosticsAsync());
        Assert.Empty(accepted.CompilerDiagnostics());
    }

    [Theory]
    [InlineData("type")]
    [InlineData("class")]
    [InlineData("var")]
    [InlineData("Images")]
    [InlineData("Linear")]
    [InlineData("Linear1")]
    [InlineData("_")]
    [InlineData("größe")]
    public async Task Is_not_refused_without_need(string name) => Assert.Empty(await RefusedOf([name]));

    [Fact]
    public async Task Is_not_the_name_of_the_network() => Assert.Equal(["Critic"], await RefusedOf(["Critic"]));

    [Fact]
    public void Numbers_step_over_the_name_of_the_network()
    {
        var run = GeneratorRun.On(WithLayersNamed([]).Replace("Critic", "linear1"));

        Assert.Empty(run.CompilerDiagnostics());
        Assert.Contains(run.Sources, source => source.SourceText.ToString().Contains(" linear2 = "));
    }

    [Fact]
    public void Numbers_step_over_declared_names()
    {
        var run = GeneratorRun.On(WithLayersNamed(["linear1"]));

        Assert.Empty(run.CompilerDiagnostics());
        Assert.Contains(run.Sources, source => source.SourceText.ToString().Contains(" linear2 = "));
    }

    private static IEnumerable<string> Keywords() =>
        SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(SyntaxFacts.IsValidIdentifier);

    private static async Task<IReadOnlyList<string>> RefusedOf(IEnumerable<string> names)
    {
        var diagnostics = await GeneratorRun.On(WithLayersNamed(names)).AnalyzerDiagnosticsAsync();
        return [.. diagnostics.Select(diagnostic => diagnostic.GetMessage().Split("the name \"")[1].Split('"')[0])];
    }

    private static string WithLayersNamed(IEnumerable<string> names) =>
        $$"""
            using GanDsl;

            namespace Demo;

            [Gan, Latent(4), Image(1, 2, 2)]
            public partial class NamedGan
            {
                [Generator]
                [Linear(4), Tanh, Reshape(1, 2, 2)]
                public partial class Generator;

                [Discriminator]
                [Flatten]
            {{string.Join("\n", names.Select(name => $"    [Linear(4, Name = \"{name}\"), ReLU]"))}}
                [Linear(1)]
                public partial class Critic;
            }
            """;
}
