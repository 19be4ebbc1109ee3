namespace GanDsl.Generators.Models;

/// <summary>A generated batch type.</summary>
/// <param name="Name">The type, such as <c>Images</c>.</param>
/// <param name="Base">The library class that it derives from.</param>
/// <param name="Shape">The shape of one example.</param>
/// <param name="DimensionNames">What the dimensions mean.</param>
/// <param name="Range">The range of the values.</param>
internal sealed record BatchModel(string Name, string Base, Shape Shape, string DimensionNames, ValueRange Range)
{
    /// <summary>What documentation calls the examples, such as <c>images</c>.</summary>
    public string Noun => Name.ToLowerInvariant();
}
