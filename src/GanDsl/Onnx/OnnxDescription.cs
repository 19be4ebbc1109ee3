using System.ComponentModel;

namespace GanDsl;

/// <summary>What a GAN says of itself where it is exported; what the generated <c>ExportOnnx</c> hands on.</summary>
/// <param name="State">Its name, architecture, options and progress.</param>
/// <param name="Networks">Both networks as tables.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record OnnxDescription(TrainingState State, string Networks)
{
    /// <summary>The declared loss.</summary>
    public required string Loss { get; init; }

    /// <summary>How the networks take turns.</summary>
    public required string Update { get; init; }

    /// <summary>The declared optimiser of G.</summary>
    public required string GeneratorOptimizer { get; init; }

    /// <summary>The declared optimiser of D.</summary>
    public required string DiscriminatorOptimizer { get; init; }

    /// <summary>The attributes that say how training goes, as they are declared.</summary>
    public IReadOnlyList<string> Training { get; init; } = [];

    /// <summary>The values of examples.</summary>
    public required ValueRange Range { get; init; }

    /// <summary>What latents are drawn from.</summary>
    public required LatentDistribution LatentDistribution { get; init; }

    /// <summary>The number of classes; null without labels.</summary>
    public int? ClassCount { get; init; }

    /// <summary>How many examples D judges at once.</summary>
    public int Packing { get; init; } = 1;

    /// <summary>Whether a moving average of G is kept.</summary>
    public bool KeepsAverage { get; init; }

    /// <summary>Whether <c>Sample</c> uses it.</summary>
    public bool SamplesFromAverage { get; init; }
}
