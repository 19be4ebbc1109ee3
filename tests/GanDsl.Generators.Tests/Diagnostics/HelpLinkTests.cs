using GanDsl.Generators.Diagnostics;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>Where pages are published, each rule links to its own; elsewhere none links to a page that is not there.</summary>
public class HelpLinkTests
{
    [Theory]
    [InlineData("https://example.org/docs/diagnostics", "https://example.org/docs/diagnostics/GAN0101.md")]
    [InlineData("https://example.org/docs/diagnostics/", "https://example.org/docs/diagnostics/GAN0101.md")]
    [InlineData("", null)]
    public void Is_the_page_below_the_address(string url, string? link) =>
        Assert.Equal(link, Descriptors.HelpLinkOf(url, Rule.NotPartial));

    [Fact]
    public void The_build_of_the_repository_names_no_address() =>
        Assert.All(Descriptors.All, descriptor => Assert.Equal("", descriptor.HelpLinkUri));
}
