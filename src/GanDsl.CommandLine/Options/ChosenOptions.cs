namespace GanDsl.CommandLine;

/// <summary>The options of a GAN as they were typed; the generated <c>Options.Of</c> takes them over.</summary>
internal sealed record ChosenOptions : IGanOptions
{
    public required GanDevice Device { get; init; }

    public required GanPrecision Precision { get; init; }

    public required GanCudaGraph CudaGraph { get; init; }

    public required int BatchSize { get; init; }

    public required int Epochs { get; init; }

    public required int? Steps { get; init; }

    public required int DiscriminatorSteps { get; init; }

    public required double GeneratorLearningRate { get; init; }

    public required double DiscriminatorLearningRate { get; init; }

    public required int Seed { get; init; }
}
