using System.Globalization;
using System.Text.RegularExpressions;
using GanDsl.Generators.Parsing;
using GanDsl.Generators.Rules;
using GanDsl.Generators.Tests.Diagnostics;
using GanDsl.Generators.Tests.Infrastructure;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>docs/contributing/adding-a-rule.md shows a rule that does not exist, and that finds what it says.</summary>
public partial class AddingARuleTests
{
    private const string Page = "docs/contributing/adding-a-rule.md";

    private const string Blocks = """
        [Block, Residual<Shortcut>, Linear(64), Dropout] class Branch;
        [Block, BatchNorm, Linear(64)] class Shortcut;
        """;

    private static readonly Lazy<GanCheck> Check = new(() =>
        (GanCheck)
            Activator.CreateInstance(
                PageCode
                    .InGenerator(
                        // The member of the enumeration is what the page adds.
                        PageCode
                            .Block(Page, "class DropoutBeforeNormalization")
                            .Replace("Rule.DropoutBeforeNormalization", $"(Rule){Number}")
                    )
                    .GetType("GanDsl.Generators.Rules.Warnings.DropoutBeforeNormalization")!
            )!
    );

    private static int Number =>
        int.Parse(
            Assert.Single(Numbers().Matches(Repository.Read(Page))).Groups[1].ValueSpan,
            CultureInfo.InvariantCulture
        );

    [Fact]
    public void Its_number_is_the_next_of_its_family()
    {
        var next = Enum.GetValues<Rule>().Select(rule => (int)rule).Where(rule => rule / 100 == Number / 100).Max() + 1;

        Assert.True(
            next == Number,
            $"{Number} is a rule now: raise the number of the example in {Page} to {next}, in each section that has it."
        );
        Assert.All(Pages().Matches(Repository.Read(Page)), match => Assert.Equal($"GAN{next:0000}", match.Value));
    }

    [Fact]
    public void Its_case_breaks_it_where_it_is_marked()
    {
        var (layers, words) = CaseOfPage();
        var marked = Declaration.WithGenerator(layers);

        var problem = Assert.Single(ProblemsOf(marked.Replace("⟦", "").Replace("⟧", "")));

        Assert.Equal((Rule)Number, problem.Rule);
        Assert.Equal(marked.IndexOf('⟦'), problem.Location.SourceSpan.Start);
        Assert.Contains(words, problem.Message);
        Assert.Equal(Mend.Remove("Dropout").Title, Assert.Single(problem.Mends).Mend.Title);
    }

    [Theory]
    [InlineData("Linear(64), Dropout, BatchNorm", 1)]
    [InlineData("Linear(64), Dropout, BatchNorm(TrackRunningStats = false)", 0)]
    [InlineData("Linear(64), Dropout, LayerNorm", 0)]
    [InlineData("Linear(64), BatchNorm, Dropout", 0)]
    [InlineData("Linear(64), Dropout, ReLU, BatchNorm", 0)]
    [InlineData("Linear(64), Use<Branch>, ReLU", 0)]
    [InlineData("Linear(64), Use<Branch>, BatchNorm", 0)]
    public void It_finds_a_dropout_whose_output_is_normalised_over_the_minibatch(string layers, int count) =>
        Assert.Equal(
            count,
            ProblemsOf(Declaration.WithGenerator($"[{layers}, Linear(784), Tanh, Reshape(1, 28, 28)]") + Blocks).Count
        );

    private static List<Problem> ProblemsOf(string source)
    {
        var compilation = GeneratorRun.Compile(source);
        var gan = DeclaredGan.Read(compilation.GetTypeByMetadataName("SmallGan")!, compilation, default);
        Assert.True(gan.IsComplete);
        return [.. Check.Value.Problems(gan)];
    }

    private static (string Layers, string Words) CaseOfPage()
    {
        var texts = Texts().Matches(PageCode.Block(Page, "Declaration.WithGenerator("));
        return (texts[0].Groups[1].Value, texts[1].Groups[1].Value);
    }

    [GeneratedRegex(@"^    \w+ = (\d+),$", RegexOptions.Multiline)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"GAN\d{4}")]
    private static partial Regex Pages();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Texts();
}
