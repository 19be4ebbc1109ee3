using System.Text.Encodings.Web;
using System.Text.Json;

namespace GanDsl;

/// <summary>What a file says beside its graph.</summary>
internal static class OnnxMetadata
{
    public const string ArchitectureHash = "architecture_hash";
    public const string ValueRange = "value_range";
    public const string ClassNames = "class_names";
    public const string License = "license";
    public const string GanDslVersion = "gandsl_version";
    public const string TorchSharpVersion = "torchsharp_version";

    /// <summary>The properties by name, in the order in which they are written.</summary>
    public static IReadOnlyDictionary<string, string> Of(OnnxOptions options, OnnxDescription description)
    {
        var properties = new Dictionary<string, string>
        {
            ["gan"] = description.State.Gan,
            ["network"] = NetworkOf(options, description),
            [ArchitectureHash] = Checkpoint.HashOf(description.State.Architecture),
            [ValueRange] = RangeOf(description.Range),
            ["latent_distribution"] = DistributionOf(description.LatentDistribution),
            [GanDslVersion] = Checkpoint.VersionOf(typeof(OnnxMetadata)),
            [TorchSharpVersion] = Checkpoint.VersionOf(typeof(TorchSharp.torch)),
        };
        if (options.ClassNames is { } names)
        {
            properties[ClassNames] = ArrayOf(names);
        }

        if (options.License is { } license)
        {
            properties[License] = license;
        }

        return properties;
    }

    private static string NetworkOf(OnnxOptions options, OnnxDescription description) =>
        options.Network == OnnxNetwork.Discriminator ? "discriminator"
        : description.KeepsAverage && (options.Averaged ?? description.SamplesFromAverage)
            ? "generator (moving average)"
        : "generator";

    private static string ArrayOf(IEnumerable<string> texts)
    {
        // It is a file, not a part of a page.
        var encoded = texts.Select(text => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        return $"[{string.Join(", ", encoded.Select(text => $"\"{text}\""))}]";
    }

    private static string RangeOf(ValueRange range) =>
        range switch
        {
            GanDsl.ValueRange.MinusOneToOne => "[-1, 1]",
            GanDsl.ValueRange.ZeroToOne => "[0, 1]",
            _ => "unbounded",
        };

    private static string DistributionOf(LatentDistribution distribution) =>
        distribution == LatentDistribution.Normal ? "normal" : "uniform on [-1, 1]";
}
