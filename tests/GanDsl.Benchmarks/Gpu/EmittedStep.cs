namespace GanDsl.Benchmarks.Gpu;

/// <summary>One way of emitting a step, and the one place that turns it into options.</summary>
/// <param name="Update">The update rule.</param>
/// <param name="UsesGraph">Whether it is recorded.</param>
/// <param name="Precision">What products are computed with.</param>
/// <param name="IsChannelsLast">The layout of the weights of convolutions; null for what the library chooses.</param>
internal sealed record EmittedStep(
    GanUpdate Update,
    bool UsesGraph,
    GanPrecision Precision,
    bool? IsChannelsLast = null
)
{
    /// <summary>All of them.</summary>
    public static IEnumerable<EmittedStep> All =>
        from update in new[] { GanUpdate.AlternatingSharedFakes, GanUpdate.Alternating, GanUpdate.Simultaneous }
        from precision in Enum.GetValues<GanPrecision>()
        from graph in new[] { false, true }
        select new EmittedStep(update, graph, precision);

    /// <summary>The fastest ones in either layout.</summary>
    public static IEnumerable<EmittedStep> InEitherLayout =>
        from precision in Enum.GetValues<GanPrecision>()
        from isChannelsLast in new[] { false, true }
        select new EmittedStep(GanUpdate.AlternatingSharedFakes, UsesGraph: true, precision, isChannelsLast);

    public override string ToString()
    {
        var layout = IsChannelsLast is { } isLast ? (isLast ? ", channels last" : ", contiguous") : "";
        return $"emitted, {Update}, {Precision}{(UsesGraph ? ", graph" : "")}{layout}";
    }

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
