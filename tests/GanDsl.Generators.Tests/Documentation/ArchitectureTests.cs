using System.Text.RegularExpressions;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>The tree in docs/contributing/architecture.md has each folder of the library and says what is in it.</summary>
public partial class ArchitectureTests
{
    [Theory]
    [InlineData("src/GanDsl")]
    [InlineData("src/GanDsl/Declarations")]
    [InlineData("src/GanDsl/Training")]
    [InlineData("src/GanDsl.CommandLine")]
    [InlineData("generators/GanDsl.Generators")]
    [InlineData("generators/GanDsl.Generators/Emission")]
    [InlineData("generators/GanDsl.Generators/Parsing")]
    public void Each_folder_has_a_line_of_its_own(string folder)
    {
        var folders = Directory
            .GetDirectories(Repository.PathOf(folder))
            .Select(path => Path.GetFileName(path))
            .Except(["bin", "obj", "buildTransitive"]);

        Assert.Equal(folders.Order(StringComparer.Ordinal), FoldersUnder(folder).Order(StringComparer.Ordinal));
    }

    /// <summary>The folders on the lines below that of a folder, by two spaces further in.</summary>
    private static IEnumerable<string> FoldersUnder(string folder)
    {
        var parts = folder.Split('/');
        var lines = Below(
            Repository.Read("docs/contributing/architecture.md").Split('\n'),
            "",
            $"{parts[0]}/{parts[1]}/"
        );
        var indent = "  ";
        foreach (var part in parts.Skip(2))
        {
            lines = Below(lines, indent, $"{part}/");
            indent += "  ";
        }

        return lines
            .Select(line => Folder().Match(line))
            .Where(match => match.Success && match.Groups["indent"].Value == indent)
            .Select(match => match.Groups["folder"].Value);
    }

    /// <summary>The lines that stand further in than the one that begins so, from there on.</summary>
    private static IEnumerable<string> Below(IEnumerable<string> lines, string indent, string start) =>
        lines
            .SkipWhile(line => !line.StartsWith(indent + start, StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith(indent + "  ", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<indent> +)(?<folder>\w+)/ +\S")]
    private static partial Regex Folder();
}
