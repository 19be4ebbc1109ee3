using GanDsl;

namespace Digits;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">An IDX file of images or the folder it is in; null for the synthetic digits.</param>
/// <param name="Limit">Train on the first images only; null for all.</param>
/// <param name="Epochs">How often to go through the images.</param>
/// <param name="BatchSize">Images of one minibatch.</param>
/// <param name="Seed">Same seed, same machine, same thread count: same pictures.</param>
/// <param name="Device">Where to train.</param>
/// <param name="Threads">Processor threads of one operator.</param>
/// <param name="Output">The folder for what is written.</param>
public sealed record DigitsSettings(
    string? Data,
    int? Limit,
    int Epochs,
    int BatchSize,
    int Seed,
    GanDevice Device,
    int Threads,
    string Output
);
