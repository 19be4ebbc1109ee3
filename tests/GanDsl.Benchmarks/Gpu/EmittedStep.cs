namespace GanDsl.Benchmarks.Gpu;

/// <summary>One way of emitting a step, and the one place that turns it into options.</summary>
internal sealed record EmittedStep(GanUpdate Update, bool UsesGraph, GanPrecision Precision)
{
    /// <summary>All of them.</summary>
    public static IEnumerable<EmittedStep> All =>
        from update in new[] { GanUpdate.AlternatingSharedFakes, GanUpdate.Alternating, GanUpdate.Simultaneous }
        from precision in Enum.GetValues<GanPrecision>()
        from graph in new[] { false, true }
        select new EmittedStep(update, graph, precision);

    public override string ToString() => $"emitted, {Update}, {Precision}{(UsesGraph ? ", graph" : "")}";

    /// <summary>The options, for the <c>Options.Of</c> of any GAN.</summary>
    public IGanOptions Options(GanDevice device, int rows) =>
        new Models.AlternatingPoints.Options
        {
            Device = device,
            BatchSize = rows,
            Epochs = int.MaxValue,
            Precision = Precision,
            CudaGraph = UsesGraph ? GanCudaGraph.On : GanCudaGraph.Off,
        };
}
