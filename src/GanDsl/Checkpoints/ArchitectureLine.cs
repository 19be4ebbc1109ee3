using System.Globalization;

namespace GanDsl;

/// <summary>
/// A line of an architecture: <c>Conv2d 2 of the discriminator: nn.Conv2d(64, 128, 4, stride: 2, padding: 1) -> [N, 128, 7, 7]</c>.
/// </summary>
/// <param name="Name">Which layer it is.</param>
/// <param name="Code">The code of the layer.</param>
/// <param name="Output">The shape after it.</param>
internal sealed record ArchitectureLine(string Name, string Code, string Output)
{
    /// <summary>The channels or values after the layer; null where the shape cannot be read.</summary>
    public long? Size =>
        Output.Trim('[', ']').Split(", ") is [_, var size, ..]
        && long.TryParse(size, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>What <see cref="Size"/> counts.</summary>
    public string SizeNoun => Output.Count(letter => letter == ',') > 1 ? "channels" : "values";

    /// <summary>Reads a line, which may be one of a file that somebody changed.</summary>
    public static ArchitectureLine Parse(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var arrow = line.LastIndexOf(" -> ", StringComparison.Ordinal);
        return colon < 0 || arrow < colon
            ? new(MessageText.Of(line), "", "")
            : new(
                MessageText.Of(line[..colon]),
                MessageText.Of(line[(colon + 2)..arrow]),
                MessageText.Of(line[(arrow + 4)..])
            );
    }
}
