namespace GanDsl.Benchmarks.Gpu;

/// <summary>One way of emitting a step, and the one place that turns it into options.</summary>
internal sealed record EmittedStep(GanUpdate Update, bool UsesGraph, GpuPrecision Precision)
{
    /// <summary>All of them.</summary>
    public static IEnumerable<EmittedStep> All =>
        from update in new[] { GanUpdate.AlternatingSharedFakes, GanUpdate.Alternating, GanUpdate.Simultaneous }
        from precision in Enum.GetValues<GpuPrecision>()
        from graph in new[] { false, true }
        select new EmittedStep(update, graph, precision);

    public override string ToString() => $"emitted, {Update}, {Precision}{(UsesGraph ? ", graph" : "")}";

    /// <summary>The options, for the <c>Options.Of</c> of any GAN.</summary>
    /// <exception cref="GanException">There is no such precision yet.</exception>
    public IGanOptions Options(GanDevice device, int rows) =>
        new Models.AlternatingPoints.Options
        {
            Device = device,
            BatchSize = rows,
            Epochs = int.MaxValue,
            // By its name: TensorFloat32 is younger than this benchmark.
            Precision = Enum.TryParse<GanPrecision>(Precision.ToString(), out var precision)
                ? precision
                : throw new GanException($"GanPrecision has no {Precision}."),
            CudaGraph = UsesGraph ? GanCudaGraph.On : GanCudaGraph.Off,
        };
}
