namespace GanDsl.Tests.Runs;

/// <summary>A value of an event as it was read back: a number, a picture (height, width, colour space) or a text.</summary>
internal sealed record RecordedValue(
    string Tag,
    float? Scalar = null,
    (int Height, int Width, int ColourSpace)? Size = null,
    byte[]? Picture = null,
    string? Markdown = null
);
