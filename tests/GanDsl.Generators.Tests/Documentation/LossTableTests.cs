using System.Text.RegularExpressions;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>The pages that list losses and regularisers name each that they are about, and no other.</summary>
public class LossTableTests
{
    private const string Reference = "docs/reference/losses.md";

    private static readonly string[] Losses = Enum.GetNames<GanLoss>();

    /// <summary>Augmentations are in docs/guide/training.md.</summary>
    private static readonly string[] Regularizers =
    [
        .. KindsOf<RegularizerAttribute>().Except(KindsOf<AugmentationAttribute>()),
    ];

    private static readonly string[] Penalties = [.. KindsOf<PenaltyAttribute>()];

    [Fact]
    public void The_reference_has_a_row_for_every_loss() => AssertNamed(Losses, FirstColumn("Losses"), Losses);

    [Fact]
    public void The_formulas_in_it_are_those_of_the_generated_documentation()
    {
        foreach (var row in Markdown.Rows(SectionOf(Reference, "Losses")))
        {
            var loss = LossDefinition.Of(Enum.Parse<GanLoss>(row[0].Trim('`')));

            Assert.Contains(row[1], new[] { loss.DiscriminatorFormula, "the same" });
            Assert.Contains(row[2], new[] { loss.GeneratorFormula, "the same with real and fake exchanged" });
        }
    }

    [Fact]
    public void The_reference_has_a_row_for_every_regulariser() =>
        AssertNamed(Regularizers, FirstColumn("Regularisers"), Regularizers);

    [Fact]
    public void The_readme_names_every_loss() =>
        AssertNamed(
            Losses,
            string.Join(
                '\n',
                Markdown
                    .Rows(Repository.Read("README.md"))
                    .Select(row => row[0])
                    .Where(cell => cell.Contains("GanLoss."))
            ),
            Losses
        );

    [Fact]
    public void GAN0305_names_the_losses_that_apply_no_sigmoid() =>
        AssertNamed(Where(loss => !loss.AppliesSigmoid), SectionOf("docs/diagnostics/GAN0305.md", "What"), Losses);

    [Fact]
    public void GAN0504_names_the_losses_without_a_label() =>
        AssertNamed(Where(loss => !loss.HasRealLabel), SectionOf("docs/diagnostics/GAN0504.md", "What"), Losses);

    [Theory]
    [InlineData("GAN0407")]
    [InlineData("GAN0506")]
    [InlineData("GAN0507")]
    public void Rules_about_penalties_name_them_all(string id) =>
        AssertNamed(Penalties, SectionOf($"docs/diagnostics/{id}.md", "What"), Penalties);

    private static void AssertNamed(IEnumerable<string> expected, string text, IEnumerable<string> names) =>
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            names.Where(name => Regex.IsMatch(text, $@"\b{name}\b")).Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> Where(Func<LossDefinition, bool> isMeant) =>
        LossDefinition.Catalog.Where(isMeant).Select(loss => loss.Loss.ToString()!);

    private static string FirstColumn(string section) =>
        string.Join('\n', Markdown.Rows(SectionOf(Reference, section)).Select(row => row[0]));

    private static string SectionOf(string page, string title) =>
        Markdown.Sections(Repository.Read(page)).Single(section => section.Title == title).Text;

    private static IEnumerable<string> KindsOf<TAttribute>() =>
        typeof(TAttribute)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(TAttribute)))
            .Select(type => type.Name[..^nameof(Attribute).Length]);
}
