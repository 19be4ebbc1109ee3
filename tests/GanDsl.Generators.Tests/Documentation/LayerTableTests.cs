using System.Text.RegularExpressions;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>The table of layers in docs/reference/layers.md names every layer there is, and no other.</summary>
public class LayerTableTests
{
    [Fact]
    public void Has_a_row_for_every_layer()
    {
        var layers = typeof(LayerAttribute)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && type is { IsAbstract: false, IsPublic: true })
            .Select(type => type.Name[..^nameof(Attribute).Length])
            .Order(StringComparer.Ordinal);

        var rows = Repository
            .Read("docs/reference/layers.md")
            .Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Regex.Matches(line.Split('|')[1], @"`(\w+)").Select(match => match.Groups[1].Value))
            .Order(StringComparer.Ordinal);

        Assert.Equal(layers, rows);
    }
}
