using System.Globalization;
using System.Reflection;
using GanDsl.Generators.Emission;
using GanDsl.Generators.Tests.Diagnostics;
using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>What holds for all emitted code.</summary>
public class EmittedCodeTests
{
    public static TheoryData<string> Declarations =>
        [
            DeclaredGans.Digits,
            DeclaredGans.Ring,
            DeclaredGans.Nested,
            DeclaredGans.Convolutions,
            DeclaredGans.Structure,
            RegularizedGans.Critic,
            RegularizedGans.Packed,
            RegularizedGans.Relativistic,
            RegularizedGans.OwnLoss,
            RegularizedGans.Scheduled,
            RegularizedGans.Accumulated,
            RegularizedGans.AccumulatedSharedFakes,
            RegularizedGans.AccumulatedSimultaneous,
            RegularizedGans.Augmented,
            RegularizedGans.DiffAugmented,
            SimultaneousGans.OnePass,
            SimultaneousGans.TwoPasses,
            ConditionalGans.Projected,
            ConditionalGans.Modulated,
            ConditionalGans.Auxiliary,
            ConditionalGans.Embedded,
            ConditionalGans.Attentive,
            DeclaredGans.Sounds,
            DeclaredGans.Volumes,
        ];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Compiles_without_a_warning_at_the_highest_level(string declaration)
    {
        var run = GeneratorRun.On(declaration);

        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.CompilerDiagnostics());
    }

    [Fact]
    public void Every_layer_is_in_one_of_the_declarations() => Assert.Empty(Undeclared<LayerAttribute>());

    [Fact]
    public void Every_choice_of_training_is_in_one_of_the_declarations() =>
        Assert.Empty(Undeclared<TrainingAttribute>());

    [Fact]
    public void Every_loss_is_in_one_of_the_declarations() =>
        Assert.DoesNotContain(
            Enum.GetValues<GanLoss>(),
            loss => !Declarations.Cast<object[]>().Any(row => ((string)row[0]).Contains(CodeText.Of(loss)))
        );

    [Fact]
    public void The_arithmetic_that_needs_an_import_is_all_that_the_library_has() =>
        Assert.Equal(
            Assembly
                .Load(nameof(GanDsl))
                .GetType("GanDsl.Modules.TensorArithmetic")!
                .GetMethods(BindingFlags.Static | BindingFlags.Public)
                .Select(method => method.Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
            Emitter.ArithmeticMethods.Order(StringComparer.Ordinal)
        );

    /// <summary>A block is called what its author likes, and has the statistics of its layers alone.</summary>
    [Theory]
    [InlineData("Linear(784), BatchNorm, Tanh", true)]
    [InlineData("Linear(784), Use<Inner>, Tanh", true)]
    [InlineData("Linear(784), BatchNorm(TrackRunningStats = false), Tanh", false)]
    [InlineData("Linear(784), Use<BatchNorm>, Tanh", false)]
    public void Standing_statistics_are_offered_where_a_layer_keeps_them(string layers, bool isOffered)
    {
        var run = GeneratorRun.On(
            Declaration.WithGenerator($"[{layers}, Reshape(1, 28, 28)]")
                + "[Block, Linear(784), GanDsl.BatchNorm] class Inner; [Block, Linear(784)] class BatchNorm;"
        );

        Assert.Equal(
            isOffered,
            run.Output.GetTypeByMetadataName("SmallGan")!.GetMembers("ComputeStandingStatistics").Length > 0
        );
    }

    /// <summary>The attributes of a kind that stand in none of the declarations.</summary>
    private static IEnumerable<string> Undeclared<TAttribute>()
    {
        var declared = Declarations
            .Cast<object[]>()
            .SelectMany(row => AttributeNames((string)row[0]))
            .ToHashSet(StringComparer.Ordinal);
        return typeof(TAttribute)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(TAttribute)))
            .Select(type => type.Name[..^nameof(Attribute).Length])
            .Where(name => !declared.Contains(name));
    }

    private static IEnumerable<string> AttributeNames(string declaration) =>
        CSharpSyntaxTree
            .ParseText(declaration)
            .GetRoot()
            .DescendantNodes()
            .OfType<AttributeSyntax>()
            .Select(attribute => attribute.Name.ToString().Split('.')[^1]);

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Imports_only_what_each_file_needs(string declaration)
    {
        var run = GeneratorRun.On(declaration);

        var unnecessary = run
            .Output.GetDiagnostics()
            .Where(diagnostic =>
                diagnostic.Id == "CS8019" && !run.Input.SyntaxTrees.Contains(diagnostic.Location.SourceTree!)
            )
            .Select(diagnostic =>
                $"{diagnostic.Location.SourceTree!.FilePath}: {diagnostic.Location.SourceTree.GetText().ToString(diagnostic.Location.SourceSpan)}"
            )
            .ToList();

        Assert.True(unnecessary.Count == 0, string.Join("\n", unnecessary));
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public async Task Valid_declarations_have_no_error(string declaration)
    {
        var diagnostics = await GeneratorRun.On(declaration).AnalyzerDiagnosticsAsync();

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Has_one_kind_of_line_end_and_no_trailing_blanks(string declaration)
    {
        foreach (var source in GeneratorRun.On(declaration).Sources)
        {
            var text = source.SourceText.ToString();
            Assert.DoesNotContain('\r', text);
            Assert.EndsWith("}\n", text);
            Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));

            // Python has two blank lines between classes.
            var isPython = source.HintName.EndsWith(".PyTorch.g.cs", StringComparison.Ordinal);
            Assert.DoesNotContain(isPython ? "\n\n\n\n" : "\n\n\n", text);
        }
    }

    [Fact]
    public void Does_not_depend_on_the_culture()
    {
        var here = Texts();
        var before = CultureInfo.CurrentCulture;
        try
        {
            // A comma as decimal point and an odd minus sign.
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat.NumberDecimalSeparator = ",";
            odd.NumberFormat.NumberGroupSeparator = "'";
            odd.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = odd;
            Assert.Equal(here, Texts());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static IEnumerable<string> Texts() =>
            [.. GeneratorRun.On(DeclaredGans.Convolutions).Sources.Select(source => source.SourceText.ToString())];
    }

    [Fact]
    public async Task One_mistake_gives_one_message()
    {
        var run = GeneratorRun.On(DeclaredGans.Broken);

        Assert.Empty(run.CompilerDiagnostics());
        Assert.Equal("GAN0203", Assert.Single(await run.AnalyzerDiagnosticsAsync()).Id);
    }

    [Theory]
    [InlineData("[Image(1, -1, 7)]", "Images")]
    [InlineData("[Signal(0, 5)]", "Signals")]
    [InlineData("[Point(3, Range = (ValueRange)(-1))]", "Points")]
    public async Task Keeps_the_declared_batch_type_when_its_arguments_are_wrong(string data, string type)
    {
        var run = GeneratorRun.On(
            $$"""
            using GanDsl;
            [Gan, Latent(4)] {{data}}
            public partial class SmallGan
            {
                [Generator, Linear(1)] partial class Net;
                [Discriminator, Linear(1)] partial class Critic;
                public static void Use({{type}} data) => data.Dispose();
            }
            """
        );

        Assert.Empty(run.CompilerDiagnostics());
        Assert.Equal("GAN0108", Assert.Single(await run.AnalyzerDiagnosticsAsync()).Id);
    }

    [Theory]
    [InlineData("public partial class DigitGan", "public class DigitGan")]
    [InlineData("public partial class Discriminator;", "public class Discriminator;")]
    public void A_class_that_is_not_partial_is_the_only_message(string partial, string plain)
    {
        const string use =
            "class Use { void Train(Demo.DigitGan gan) { foreach (var step in gan.Train(gan.Sample(3))) { } gan.D.eval(); } }";

        var run = GeneratorRun.On(DeclaredGans.Digits.Replace(partial, plain), use);

        Assert.Equal("CS0260", Assert.Single(run.CompilerDiagnostics()).Id);
    }
}
