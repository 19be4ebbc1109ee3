using System.Text.RegularExpressions;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>The tree in docs/contributing/architecture.md has each folder of the library and says what is in it.</summary>
public partial class ArchitectureTests
{
    [Theory]
    [InlineData("src/GanDsl", "  ")]
    [InlineData("src/GanDsl/Declarations", "    ")]
    [InlineData("src/GanDsl.CommandLine", "  ")]
    [InlineData("generators/GanDsl.Generators", "  ")]
    public void Each_folder_has_a_line_of_its_own(string folder, string indent)
    {
        var folders = Directory
            .GetDirectories(Repository.PathOf(folder))
            .Select(path => Path.GetFileName(path))
            .Except(["bin", "obj", "buildTransitive"]);

        Assert.Equal(folders.Order(StringComparer.Ordinal), FoldersUnder(folder, indent).Order(StringComparer.Ordinal));
    }

    /// <summary>The folders on lines of an indent, from the line of the project on to that of the next one.</summary>
    private static IEnumerable<string> FoldersUnder(string folder, string indent)
    {
        var project = string.Join('/', folder.Split('/').Take(2)) + "/";
        return Repository
            .Read("docs/contributing/architecture.md")
            .Split('\n')
            .SkipWhile(line => !line.StartsWith(project, StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith(' '))
            .Select(line => Folder().Match(line))
            .Where(match => match.Success && match.Groups["indent"].Value == indent)
            .Select(match => match.Groups["folder"].Value);
    }

    [GeneratedRegex(@"^(?<indent> +)(?<folder>\w+)/ +\S")]
    private static partial Regex Folder();
}
