using System.Reflection;
using System.Text.RegularExpressions;
using GanDsl.Generators.Emission;
using GanDsl.Generators.Inference;
using GanDsl.Generators.Tests.Infrastructure;
using TorchSharp;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>docs/contributing/adding-a-loss.md shows a loss and a penalty that do not exist; what they emit computes what they say.</summary>
public class AddingALossTests
{
    private const string Page = "docs/contributing/adding-a-loss.md";

    private const string Declaration = """
        using GanDsl;

        namespace Demo;

        /// <summary>D is linear: the gradient of its logit is its weight, wherever it is taken.</summary>
        [Gan, Latent(3), Image(1, 28, 28)]
        public partial class PenalisedGan
        {
            /// <summary>Makes images.</summary>
            [Generator, Linear(784), Tanh, Reshape(1, 28, 28)]
            public partial class Generator;

            /// <summary>Judges them.</summary>
            [Discriminator, Flatten, Linear(1)]
            public partial class Discriminator;
        }
        """;

    private static readonly double[] Real = [0.3, -2.5, 700, 1, 0];
    private static readonly double[] Fake = [-0.7, 1.6, -700, -1, 0];

    private static readonly Lazy<AdditiveLoss> Loss = new(() =>
        (AdditiveLoss)Created(
            // The member of the enumeration is what the page adds.
            PageCode
                .Block(Page, "class PearsonChiSquaredLoss")
                .Replace("GanLoss.PearsonChiSquared", $"(GanLoss){Enum.GetValues<GanLoss>().Length}"),
            "GanDsl.PearsonChiSquaredLoss"
        )
    );

    private static readonly Lazy<PenaltyAttribute> Penalty = new(() =>
        (PenaltyAttribute)Created(
            PageCode.Block(Page, "class ZeroCenteredAttribute"),
            "GanDsl.ZeroCenteredAttribute",
            10.0
        )
    );

    private static readonly Lazy<Assembly> Losses = new(() =>
        PageCode.WithLibrary(
            $$"""
            using GanDsl.Modules;
            using GanDsl.Training;
            using static TorchSharp.torch;

            /// <summary>As the losses of a GAN are emitted.</summary>
            public static class Losses
            {
                /// <summary>D's.</summary>
                public static Tensor Discriminator(Tensor realLogits, Tensor fakeLogits) =>
                    {{Loss.Value.DiscriminatorExpression("realLogits", "fakeLogits", null)}};

                /// <summary>Of real ones.</summary>
                public static Tensor DiscriminatorOnReal(Tensor realLogits) =>
                    {{Loss.Value.RealExpression("realLogits", null)}};

                /// <summary>Of generated ones.</summary>
                public static Tensor DiscriminatorOnFake(Tensor fakeLogits) => {{Loss.Value.FakeExpression(
                "fakeLogits"
            )}};

                /// <summary>Of both.</summary>
                public static Tensor DiscriminatorOnBoth(Tensor logits) =>
                    {{Loss.Value.MarginExpression("Halves.Margins(logits)", null)}};

                /// <summary>G's.</summary>
                public static Tensor Generator(Tensor fakeLogits) =>
                    {{Loss.Value.GeneratorExpression("realLogits", "fakeLogits")}};
            }
            """
        )
    );

    [Fact]
    public void The_loss_computes_its_formulas()
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (tensor(Real).reshape(-1, 1), tensor(Fake).reshape(-1, 1));
        var ofDiscriminator = (Real.Average(s => (s - 1) * (s - 1)) / 2) + (Fake.Average(s => (s + 1) * (s + 1)) / 2);

        Assert.Equal(ofDiscriminator, Computed("Discriminator", real, fake), 1e-9);
        Assert.Equal(ofDiscriminator, Computed("DiscriminatorOnBoth", cat([real, fake], 0)), 1e-9);
        Assert.Equal(Fake.Average(s => s * s) / 2, Computed("Generator", fake), 1e-9);
    }

    [Fact]
    public void Where_D_cannot_tell_the_losses_are_what_their_documentation_says()
    {
        using var scope = NewDisposeScope();
        var zero = zeros(4, 1);

        Assert.Equal("1", ValueOf(Loss.Value.DiscriminatorSummary(null)));
        Assert.Equal(1, Computed("Discriminator", zero, zero));
        Assert.Equal("0", ValueOf(Loss.Value.GeneratorSummary));
        Assert.Equal(0, Computed("Generator", zero));
    }

    [Fact]
    public void The_loss_makes_no_temporary_scalar() => Assert.Empty(TemporaryScalars.In(Losses.Value));

    [Fact]
    public void The_penalty_is_emitted_as_shown_and_computes_its_formula()
    {
        using var scope = NewDisposeScope();
        var compilation = GeneratorRun.Compile(Declaration);
        var gan = DeclaredGan.Read(compilation.GetTypeByMetadataName("Demo.PenalisedGan")!, compilation, default);
        var model = GanModels.Of(gan with { Declaration = gan.Declaration with { Training = [Penalty.Value] } });
        var files = Emitters.All.Select(emitter => emitter.Emit(model).ToString()).ToList();
        var assembly = PageCode.Compiled([Declaration, .. files]);
        var type = assembly.GetType("Demo.PenalisedGan")!;
        using var created = (IDisposable)Activator.CreateInstance(type, [null])!;
        var discriminator = (nn.Module)type.GetProperty("D")!.GetValue(created)!;
        var penalty = (Tensor)
            type.GetMethod("ZeroCenteredPenalty", BindingFlags.Instance | BindingFlags.NonPublic)!
                .Invoke(created, [randn(4, 1, 28, 28), randn(4, 1, 28, 28)])!;
        var weight = discriminator.get_parameter("linear1.weight")!;

        Assert.Contains(
            Unindented(PageCode.Block(Page, "private Tensor ZeroCenteredPenalty")),
            files.Select(Unindented).Single(file => file.Contains("private Tensor ZeroCenteredPenalty"))
        );
        Assert.Equal(10 * weight.pow(2).sum().item<float>(), penalty.item<float>(), 1e-4);
        Assert.Empty(TemporaryScalars.In(assembly));
    }

    [Fact]
    public void The_table_has_a_row_for_each_member_of_a_loss() =>
        AssertRows([typeof(LossDefinition), typeof(AdditiveLoss)], "What a loss can say");

    [Fact]
    public void The_table_has_a_row_for_each_member_of_a_penalty() =>
        AssertRows([typeof(PenaltyAttribute)], "What a penalty can say");

    private static void AssertRows(IEnumerable<Type> types, string section)
    {
        var members = types
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            .Where(method => method.IsVirtual && method.GetBaseDefinition() == method)
            .Select(method => method.IsSpecialName ? method.Name["get_".Length..] : method.Name);

        var rows = Markdown.Rows(Markdown.Sections(Repository.Read(Page)).Single(each => each.Title == section).Text);

        Assert.Equal(
            members.Order(StringComparer.Ordinal),
            rows.SelectMany(cells => Regex.Matches(cells[0], @"`(\w+)`").Select(match => match.Groups[1].Value))
                .Order(StringComparer.Ordinal)
        );
    }

    private static object Created(string file, string type, params object[] arguments) =>
        Activator.CreateInstance(PageCode.InGenerator(file).GetType(type)!, arguments)!;

    private static double Computed(string function, params Tensor[] logits) =>
        ((Tensor)Losses.Value.GetType("Losses")!.GetMethod(function)!.Invoke(null, [.. logits])!)
            .to(ScalarType.Float64)
            .item<double>();

    /// <summary>The number before "where D cannot tell".</summary>
    private static string ValueOf(IReadOnlyList<string> summary) =>
        Regex.Match(string.Join(' ', summary), @"; (\S+) where D cannot tell").Groups[1].Value;

    private static string Unindented(string text) =>
        string.Join('\n', text.Trim('\n').Split('\n').Select(line => line.Trim()));
}
