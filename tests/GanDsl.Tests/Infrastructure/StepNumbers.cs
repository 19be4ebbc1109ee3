namespace GanDsl.Tests;

/// <summary>What a training step reports, or what it ought to.</summary>
internal sealed record StepNumbers(
    double DiscriminatorLoss,
    double GeneratorLoss,
    double RealScore,
    double FakeScore,
    double TotalLoss,
    double Value,
    double JensenShannonDivergence
);
