using System.Text.RegularExpressions;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>Every link in the documentation leads to a file that is there.</summary>
public partial class LinkTests
{
    private static readonly string Root = Repository.PathOf(".");

    [Fact]
    public void Links_lead_somewhere()
    {
        string[] pages =
        [
            .. Directory.GetFiles(Root, "*.md"),
            .. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories),
        ];

        var broken =
            from page in pages
            from link in Link().Matches(File.ReadAllText(page))
            let target = link.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://")
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
            select $"{Path.GetRelativePath(Root, page)}: {target}";

        Assert.True(pages.Length > 50);
        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
