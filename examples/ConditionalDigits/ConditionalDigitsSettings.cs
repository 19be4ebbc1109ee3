using GanDsl;

namespace ConditionalDigits;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">A folder with IDX files of images and labels; null for the synthetic digits.</param>
/// <param name="Limit">Train on the first images only.</param>
/// <param name="Epochs">How often to go through the images.</param>
/// <param name="Seed">Same seed, same machine, same thread count: same pictures.</param>
/// <param name="Device">Where to train.</param>
/// <param name="Output">The folder for what is written.</param>
public sealed record ConditionalDigitsSettings(
    string? Data,
    int Limit,
    int Epochs,
    int Seed,
    GanDevice Device,
    string Output
);
