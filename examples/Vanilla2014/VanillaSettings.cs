using GanDsl;

namespace Vanilla2014;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">An IDX file of images or the folder it is in; null for the synthetic digits.</param>
/// <param name="Steps">The number of training steps.</param>
/// <param name="Seed">Same seed, same machine, same thread count: same pictures.</param>
/// <param name="Device">Where to train.</param>
/// <param name="Output">The folder for what is written.</param>
public sealed record VanillaSettings(string? Data, int Steps, int Seed, GanDevice Device, string Output);
