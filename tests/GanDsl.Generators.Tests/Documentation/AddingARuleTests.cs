using System.Globalization;
using System.Text.RegularExpressions;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>docs/contributing/adding-a-rule.md shows a rule that does not exist.</summary>
public partial class AddingARuleTests
{
    [Fact]
    public void Its_number_is_the_next_of_its_family()
    {
        var page = Repository.Read("docs/contributing/adding-a-rule.md");

        var number = int.Parse(
            Assert.Single(Numbers().Matches(page)).Groups[1].ValueSpan,
            CultureInfo.InvariantCulture
        );

        Assert.Equal(
            Enum.GetValues<Rule>().Select(rule => (int)rule).Where(rule => rule / 100 == number / 100).Max() + 1,
            number
        );
        Assert.All(Pages().Matches(page), match => Assert.Equal($"GAN{number:0000}", match.Value));
    }

    [GeneratedRegex(@"^    \w+ = (\d+),$", RegexOptions.Multiline)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"GAN\d{4}")]
    private static partial Regex Pages();
}
