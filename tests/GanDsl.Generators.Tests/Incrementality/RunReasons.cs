using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Incrementality;

/// <summary>What a run of the driver did for one GAN.</summary>
/// <param name="Model">How its model came about.</param>
/// <param name="Files">How its model and the names of its files came about.</param>
/// <param name="Output">How the text of all its files came about.</param>
internal sealed record RunReasons(
    IncrementalStepRunReason Model,
    IncrementalStepRunReason Files,
    IncrementalStepRunReason Output
)
{
    /// <summary>Nobody looked at it.</summary>
    public static readonly RunReasons Cached = All(IncrementalStepRunReason.Cached);

    /// <summary>The declaration was read again, means the same, and nothing was emitted.</summary>
    public static readonly RunReasons Unchanged = Cached with { Model = IncrementalStepRunReason.Unchanged };

    /// <summary>The declaration means something else and was emitted again.</summary>
    public static readonly RunReasons Modified = All(IncrementalStepRunReason.Modified);

    /// <summary>The declaration means the same, but its files got other names.</summary>
    public static readonly RunReasons Renamed = Modified with { Model = IncrementalStepRunReason.Unchanged };

    /// <summary>It was emitted for the first time.</summary>
    public static readonly RunReasons New = All(IncrementalStepRunReason.New);

    private static RunReasons All(IncrementalStepRunReason reason) => new(reason, reason, reason);
}
