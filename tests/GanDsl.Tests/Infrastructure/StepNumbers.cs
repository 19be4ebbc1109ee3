namespace GanDsl.Tests;

/// <summary>What a training step reports, or what it ought to; null where its loss does not define a number.</summary>
internal sealed record StepNumbers(
    double DiscriminatorLoss,
    double GeneratorLoss,
    double RealScore,
    double FakeScore,
    double? TotalLoss,
    double? Value,
    double? JensenShannonDivergence
);
