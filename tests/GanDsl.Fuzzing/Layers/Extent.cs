using GanDsl.Fuzzing.Declarations;

namespace GanDsl.Fuzzing.Layers;

/// <summary>An argument of a convolution that can be typed for both dimensions, for one, or not at all.</summary>
internal sealed record Extent(int? Both, int? OfHeight, int? OfWidth)
{
    public static readonly Extent None = new(null, null, null);

    public int Height(int otherwise) => OfHeight ?? Both ?? otherwise;

    public int Width(int otherwise) => OfWidth ?? Both ?? otherwise;

    public void AddTo(AttributeText text, string property) =>
        text.Set(property, Both).Set(property + "Height", OfHeight).Set(property + "Width", OfWidth);
}
