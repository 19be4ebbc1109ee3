namespace GanDsl.Benchmarks.Gpu;

/// <summary>What a run has found, as it is written to a file.</summary>
/// <param name="PyTorch">The version of PyTorch and the device; null where there is none.</param>
/// <param name="Rates">What the card does at best.</param>
/// <param name="Results">All rows.</param>
internal sealed record GpuReport(string? PyTorch, CardRates Rates, IReadOnlyList<GpuResult> Results);
