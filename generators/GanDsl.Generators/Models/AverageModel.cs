namespace GanDsl.Generators.Models;

/// <summary>The moving average of G's weights.</summary>
/// <param name="Decay">What a step leaves of it.</param>
/// <param name="Warmup">After t steps, the decay is at most t / (t + Warmup).</param>
internal sealed record AverageModel(double Decay, double Warmup);
