using GanDsl.Generators.Rules.Errors;
using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>The names that emitted code takes from libraries are those that the rule guards.</summary>
public class HiddenNamesTests
{
    public static TheoryData<string, string> Declarations =>
        new()
        {
            { DeclaredGans.Digits, "Demo.DigitGan" },
            { DeclaredGans.Ring, "Demo.Points.RingGan" },
            { DeclaredGans.Nested, "Outer+event" },
            { DeclaredGans.Convolutions, "Demo.ConvolutionGan" },
            { RegularizedGans.Critic, "Demo.CriticGan" },
            { RegularizedGans.Packed, "Demo.PackedGan" },
            { RegularizedGans.Relativistic, "Demo.RelativisticGan" },
            { RegularizedGans.Scheduled, "Demo.ScheduledGan" },
            { RegularizedGans.Accumulated, "Demo.AccumulatedGan" },
            { RegularizedGans.AccumulatedSharedFakes, "Demo.AccumulatedSharedFakesGan" },
            { RegularizedGans.AccumulatedSimultaneous, "Demo.AccumulatedSimultaneousGan" },
            { RegularizedGans.Augmented, "Demo.AugmentedGan" },
            { RegularizedGans.DiffAugmented, "Demo.DiffAugmentedGan" },
            { SimultaneousGans.OnePass, "Demo.OnePassGan" },
            { ConditionalGans.Projected, "Demo.ProjectedGan" },
            { ConditionalGans.Auxiliary, "Demo.AuxiliaryGan" },
            { Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), AdamW]"), "SmallGan" },
            { Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), RmsProp]"), "SmallGan" },
        };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Every_imported_name_is_guarded(string declaration, string name)
    {
        var run = GeneratorRun.On(declaration);
        var gan = DeclaredGan.Read(run.Input.GetTypeByMetadataName(name)!, run.Input, default);

        var guarded = HiddenNames.Of(
            gan.Declaration,
            [.. gan.Model!.Generator.Layers, .. gan.Model.Discriminator.Layers]
        );
        var imported = run.Driver.GetRunResult().GeneratedTrees.SelectMany(tree => Imported(run.Output, tree));

        Assert.Empty(imported.Except(guarded));
    }

    [Fact]
    public void Every_guarded_name_is_imported_somewhere()
    {
        var run = GeneratorRun.On([.. Declarations.Select(row => (string)row[0]), DeclaredGans.Broken]);
        var imported = run.Driver.GetRunResult().GeneratedTrees.SelectMany(tree => Imported(run.Output, tree));
        var digits = DeclaredGan.Read(run.Input.GetTypeByMetadataName("Demo.DigitGan")!, run.Input, default);

        Assert.Empty(HiddenNames.Of(digits.Declaration, []).Except(imported));
    }

    /// <summary>The declarations in a namespace: what stands in none shares its scope with the project's global usings.</summary>
    public static TheoryData<string> InNamespaces =>
        [.. Declarations.Where(row => ((string)row[1]).Contains('.')).Select(row => (string)row[0])];

    [Theory]
    [MemberData(nameof(InNamespaces))]
    public void Global_usings_of_the_project_change_no_emitted_name(string declaration)
    {
        var plain = GeneratorRun.On(declaration);
        var names = plain.Driver.GetRunResult().GeneratedTrees.SelectMany(tree => Imported(plain.Output, tree));
        var aliases = names
            .Distinct()
            .Except(OfDeclarations)
            .Select(name => $"global using {name} = System.Text.StringBuilder;");
        string[] usings =
        [
            "global using System.Threading.Tasks;",
            "global using TorchSharp.Modules;",
            "global using static TorchSharp.torch.nn;",
            "global using static TorchSharp.torch.optim;",
            "global using static TorchSharp.torch.utils.data;",
            .. aliases,
        ];

        var run = GeneratorRun.On(declaration, string.Join("\n", usings));

        Assert.NotEmpty(run.Sources);
        Assert.DoesNotContain(
            run.CompilerDiagnostics(),
            diagnostic => !run.Input.SyntaxTrees.Contains(diagnostic.Location.SourceTree!)
        );
    }

    [Theory]
    [InlineData("public class Tensor;", true)]
    [InlineData("internal class Tensor;", false)]
    [InlineData("namespace Tensor { public class Mine; }", true)]
    public async Task A_member_of_a_reference_hides_a_name_where_it_can_be_seen(string member, bool hides)
    {
        var reference = GeneratorRun.Compile($"namespace Demo {{ {member} }}").ToMetadataReference();
        var source = Declaration.Of().Replace("using GanDsl;", "using GanDsl;\n\nnamespace Demo;");

        var run = GeneratorRun.On(GeneratorRun.Compile(source).AddReferences(reference));

        Assert.Equal(hides, (await run.AnalyzerDiagnosticsAsync()).Any(diagnostic => diagnostic.Id == "GAN0114"));
        Assert.Empty(run.CompilerDiagnostics());
    }

    /// <summary>Declarations name these themselves, in files of the user's.</summary>
    private static readonly string[] OfDeclarations = ["LatentDistribution", "ValueRange"];

    /// <summary>Simple names that mean a type or a static member of another assembly.</summary>
    private static IEnumerable<string> Imported(Compilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot()
            .DescendantNodes(node => node is not UsingDirectiveSyntax)
            .OfType<SimpleNameSyntax>()
            .Where(name => !name.IsVar && IsFirst(name) && IsImported(model.GetSymbolInfo(name).Symbol, compilation))
            .Select(name => name.Identifier.ValueText)
            .ToList();
    }

    private static bool IsFirst(SimpleNameSyntax name) =>
        name.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax or NameColonSyntax)
        && (name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name);

    private static bool IsImported(ISymbol? symbol, Compilation compilation) =>
        symbol is not null
        && !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly)
        && (symbol is INamedTypeSymbol || symbol.IsStatic);
}
