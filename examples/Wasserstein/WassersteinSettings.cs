using GanDsl;

namespace Wasserstein;

/// <summary>What the command line asks for.</summary>
/// <param name="Steps">The number of training steps.</param>
/// <param name="Seed">Same seed, same machine, same thread count: same points.</param>
/// <param name="Device">Where to train.</param>
/// <param name="Output">The folder for what is written.</param>
public sealed record WassersteinSettings(int Steps, int Seed, GanDevice Device, string Output);
