using GanDsl;

namespace Waves;

/// <summary>What the command line asks for.</summary>
/// <param name="Steps">The number of training steps.</param>
/// <param name="Seed">Same seed, same machine, same thread count: same sounds.</param>
/// <param name="Device">Where to train.</param>
/// <param name="Output">The folder for what is written.</param>
public sealed record WavesSettings(int Steps, int Seed, GanDevice Device, string Output);
