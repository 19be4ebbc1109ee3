namespace GanDsl.CommandLine;

/// <summary>The names of what stands in the folder of a run.</summary>
internal static class RunFiles
{
    public const string Options = "options.json";
    public const string Networks = "networks.txt";
    public const string Measurements = "measurements.csv";
    public const string Warnings = "warnings.csv";
    public const string Samples = "samples.npy";
    public const string Table = "table.json";
    public const string SampledRows = "samples.csv";
    public const string Pictures = "samples";
    public const string Checkpoints = "checkpoints";
    public const string TensorBoard = "tensorboard";
    public const string Report = "report.html";
}
