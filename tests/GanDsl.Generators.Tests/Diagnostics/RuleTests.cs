using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Tests.Infrastructure;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>Each rule fires, once, at the marked place and with the words that help.</summary>
public class RuleTests
{
    private static readonly (Rule Rule, string Declaration, string Words)[] Cases =
    [
        (
            Rule.NotPartial,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public class ⟦SmallGan⟧"),
            "add 'partial'"
        ),
        (
            Rule.NotPartial,
            Declaration.Of(generator: "[Generator] [Linear(784), Reshape(1, 28, 28)] public class ⟦Generator⟧ { }"),
            "add 'partial'"
        ),
        (
            Rule.NetworkCount,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦SmallGan⟧", generator: ""),
            "no generator"
        ),
        (
            Rule.NetworkCount,
            Declaration.Of(
                discriminator: "[Discriminator, Flatten, Linear(1)] partial class A; [Discriminator, Flatten, Linear(1)] partial class ⟦B⟧;"
            ),
            "2 discriminators"
        ),
        (
            Rule.MissingLatent,
            Declaration.Of(gan: "[Gan, Image(1, 28, 28)] public partial class ⟦SmallGan⟧"),
            "[Latent(64)]"
        ),
        (
            Rule.DataShapeCount,
            Declaration.Of(gan: "[Gan, Latent(64)] public partial class ⟦SmallGan⟧"),
            "no data shape"
        ),
        (
            Rule.DataShapeCount,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Point(2)⟧]"),
            "several data shapes"
        ),
        (
            Rule.UnsupportedType,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public partial class ⟦SmallGan⟧<T>"),
            "generic"
        ),
        (
            Rule.UnsupportedType,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public partial record ⟦SmallGan⟧"),
            "a record"
        ),
        (
            Rule.UnsupportedType,
            Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] file partial class ⟦SmallGan⟧"),
            "local to its file"
        ),
        (
            Rule.LayersOnSeveralParts,
            Declaration.Of(discriminator: "[Discriminator, Flatten] partial class D1; [⟦Linear(1)⟧] partial class D1;"),
            "2 parts"
        ),
        (Rule.NoLayers, Declaration.Of(discriminator: "[Discriminator] partial class ⟦Critic⟧;"), "no layer"),
        (
            Rule.InvalidArgument,
            Declaration.WithDiscriminator("[Flatten, ⟦Linear(0)⟧]"),
            "outFeatures is 0, but it has to be at least 1"
        ),
        (
            Rule.InvalidArgument,
            Declaration
                .WithDiscriminator("[Dropout(1.5), Flatten, Linear(1)]")
                .Replace("Dropout(1.5)", "⟦Dropout(1.5)⟧"),
            "[0, 1]"
        ),
        (
            Rule.InvalidArgument,
            Declaration.WithDiscriminator("[Conv2d(4, 3, ⟦StrideWidth = 0⟧), Flatten, Linear(1)]"),
            "StrideWidth is 0"
        ),
        (Rule.InvalidArgument, Declaration.WithDiscriminator("[BatchNorm(⟦Eps = 0⟧), Flatten, Linear(1)]"), "Eps is 0"),
        (
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan(⟦DiscriminatorSteps = 0⟧), Latent(64), Image(1, 28, 28)]"),
            "at least 1"
        ),
        (
            Rule.InvalidArgument,
            Declaration.WithGan(
                "[Gan(Update = GanUpdate.Simultaneous, ⟦DiscriminatorSteps = 2⟧), Latent(64), Image(1, 28, 28)]"
            ),
            "Simultaneous"
        ),
        (Rule.InvalidArgument, Declaration.WithGan("[Gan, ⟦Latent(0)⟧, Image(1, 28, 28)]"), "dimensions is 0"),
        (
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), ⟦Adam(-1)⟧]"),
            "learningRate is -1"
        ),
        (
            Rule.InvalidArgument,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), Adam(⟦Beta1 = 1⟧)]"),
            "Beta1 is 1"
        ),
        (
            Rule.InvalidName,
            Declaration.WithDiscriminator("[Flatten, Linear(1, ⟦Name = \"two words\"⟧)]"),
            "not a C# identifier"
        ),
        (
            Rule.InvalidName,
            Declaration.WithDiscriminator("[Flatten, Linear(1, ⟦Name = \"forward\"⟧)]"),
            "already means something"
        ),
        (
            Rule.InvalidName,
            Declaration.WithDiscriminator("[Flatten, Linear(4, Name = \"a\"), Linear(1, ⟦Name = \"a\"⟧)]"),
            "already the name"
        ),
        (
            Rule.OptimizerCount,
            Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), Adam, ⟦Sgd(0.1)⟧]"),
            "2 optimisers"
        ),
        (
            Rule.InputRank,
            Declaration.WithGenerator("[⟦ConvTranspose2d(1, 4)⟧]"),
            "takes [N, C, H, W], but its input is [N, 64]"
        ),
        (Rule.InputRank, Declaration.WithDiscriminator("[Flatten(⟦StartDim = 5⟧), Linear(1)]"), "StartDim is 5"),
        (Rule.SizeReachesZero, Declaration.WithDiscriminator("[⟦Conv2d(1, 29)⟧, Flatten, Linear(1)]"), "0 × 0 pixels"),
        (
            Rule.SizeReachesZero,
            Declaration.WithDiscriminator(
                "[Conv2d(4, 3, ⟦Padding = 28⟧, PaddingMode = PaddingMode.Reflect), Flatten, Linear(1)]"
            ),
            "use at most 27 × 27"
        ),
        (
            Rule.SizeReachesZero,
            Declaration.WithGenerator("[Reshape(64, 1, 1), ⟦ConvTranspose2d(1, 3, Padding = 2)⟧]"),
            "make the Padding smaller"
        ),
        (Rule.ElementCountChanges, Declaration.WithGenerator("[Linear(784), ⟦Reshape(1, 28, 27)⟧]"), "1 × 28 × 27"),
        (
            Rule.GroupsDoNotDivide,
            Declaration.WithDiscriminator("[Conv2d(4, 3, ⟦Groups = 2⟧), Flatten, Linear(1)]"),
            "the 1 channels of its input"
        ),
        (
            Rule.OutputPaddingTooLarge,
            Declaration.WithGenerator("[Reshape(64, 1, 1), ConvTranspose2d(1, 3, Stride = 2, ⟦OutputPadding = 2⟧)]"),
            "smaller than the stride (2) or the dilation (1)"
        ),
        (
            Rule.SizeOverflows,
            Declaration.WithDiscriminator("[Flatten, ⟦Linear(2000000000)⟧, Linear(1)]"),
            "2,147,483,647"
        ),
        (Rule.GeneratorOutput, Declaration.WithGenerator("[Linear(784), ⟦Tanh⟧]"), "add [Reshape(1, 28, 28)]"),
        (Rule.GeneratorOutput, Declaration.WithGenerator("[⟦Linear(100)⟧]"), "the generator gives [N, 100]"),
        (Rule.DiscriminatorOutput, Declaration.WithDiscriminator("[Flatten, ⟦Linear(2)⟧]"), "one logit per example"),
    ];

    public static TheoryData<int> CaseNumbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public async Task Fires_once_where_the_mistake_is(int number)
    {
        var (rule, marked, words) = Cases[number];
        var source = marked.Replace("⟦", "").Replace("⟧", "");
        var expected = marked[(marked.IndexOf('⟦') + 1)..marked.IndexOf('⟧')];

        var diagnostic = Assert.Single(await GeneratorRun.On(source).AnalyzerDiagnosticsAsync());

        Assert.Equal(Descriptors.IdOf(rule), diagnostic.Id);
        Assert.Contains(words, diagnostic.GetMessage());
        Assert.Equal(
            expected,
            source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)
        );
        Assert.Equal(marked.IndexOf('⟦'), diagnostic.Location.SourceSpan.Start);
    }

    [Fact]
    public async Task The_unchanged_declaration_is_fine() =>
        Assert.Empty(await GeneratorRun.On(Declaration.Of()).AnalyzerDiagnosticsAsync());

    [Fact]
    public void Every_rule_has_a_case() => Assert.Empty(Enum.GetValues<Rule>().Except(Cases.Select(each => each.Rule)));

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
}
