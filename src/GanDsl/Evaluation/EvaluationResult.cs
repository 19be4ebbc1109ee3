using System.Globalization;

namespace GanDsl;

/// <summary>How good the examples of a GAN are, by their features.</summary>
/// <param name="Count">The real examples, and as many generated ones.</param>
/// <param name="FrechetDistance">The Fréchet distance, at least 0, lower is better: <see cref="GanDsl.FrechetDistance"/>.</param>
/// <param name="KernelDistance">The kernel distance with its standard deviation, lower is better.</param>
/// <param name="Overlap">Precision, recall, density and coverage, higher is better.</param>
public sealed record EvaluationResult(
    int Count,
    double FrechetDistance,
    KernelDistance KernelDistance,
    ManifoldOverlap Overlap
)
{
    /// <summary>All numbers, in three lines.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Fréchet distance {FrechetDistance:G4}\n"
                + $"kernel distance {KernelDistance}\n"
                + $"precision {Overlap.Precision:F3}, recall {Overlap.Recall:F3}, density {Overlap.Density:F3}, coverage {Overlap.Coverage:F3}"
        );
}
