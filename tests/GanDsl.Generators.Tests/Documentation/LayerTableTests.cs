using System.Text.RegularExpressions;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>The tables of layers name every layer there is, and no other.</summary>
public class LayerTableTests
{
    private static IEnumerable<string> Layers =>
        typeof(LayerAttribute)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && type is { IsAbstract: false, IsPublic: true })
            .Select(type => type.Name[..^nameof(Attribute).Length])
            .Order(StringComparer.Ordinal);

    [Fact]
    public void The_reference_has_a_row_for_every_layer()
    {
        var rows = Markdown
            .Rows(Repository.Read("docs/reference/layers.md"))
            .Where(cells => cells[0].StartsWith('`'))
            .SelectMany(cells => Regex.Matches(cells[0], @"`(\w+)").Select(match => match.Groups[1].Value))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Layers, rows);
    }

    /// <summary>The table has three layers in a row, each with its difference, and may end in empty cells.</summary>
    [Fact]
    public void The_guide_to_export_has_a_difference_for_every_layer()
    {
        var section = Markdown
            .Sections(Repository.Read("docs/guide/export.md"))
            .Single(section => section.Title == "How exact it is");
        var differences = Markdown
            .Rows(section.Text)
            .SelectMany(cells => cells.Chunk(2))
            .Where(pair => pair[0].Length > 0)
            .ToList();

        Assert.Equal(Layers, differences.Select(pair => pair[0]).Order(StringComparer.Ordinal));
        Assert.All(differences, pair => Assert.Matches(@"^\d\.\de-?\d+$", pair[1]));
    }
}
