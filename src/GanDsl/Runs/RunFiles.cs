using System.Globalization;
using System.Text.RegularExpressions;

namespace GanDsl;

/// <summary>The names of what stands in the folder of a run.</summary>
internal static partial class RunFiles
{
    public const string Options = "options.json";
    public const string Networks = "networks.txt";
    public const string Measurements = "measurements.csv";
    public const string Warnings = "warnings.csv";
    public const string Samples = "samples.npy";
    public const string Classes = Pictures + "/classes.json";
    public const string Table = Pictures + "/table.json";
    public const string SampledRows = "samples.csv";
    public const string Pictures = "samples";
    public const string Points = "points.svg";
    public const string Signals = "signals.svg";
    public const string Checkpoints = "checkpoints";
    public const string TensorBoard = "tensorboard";
    public const string Report = "report.html";

    /// <summary>The picture in <see cref="Pictures"/> of an epoch, or of a step where there are no epochs.</summary>
    public static string Picture(long number) => $"samples-{number}.png";

    /// <summary>The number of a picture; null where a file is none.</summary>
    public static long? NumberOfPicture(string file) =>
        Numbered().Match(file) is { Success: true } match
            ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^samples-(\d{1,18})\.png$")]
    private static partial Regex Numbered();
}
