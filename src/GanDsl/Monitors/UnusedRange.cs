using System.Globalization;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// Notices that real examples which are declared to lie in [-1, 1] have no value below 0: most likely they are still in [0, 1], and half of what
/// G can give is never real.
/// </summary>
public sealed class UnusedRange : RealExamplesMonitor
{
    private double least;
    private double greatest;

    /// <summary>Looks at real examples.</summary>
    /// <param name="real">
    /// Real examples [N, …], at least 2, of which only the least and the greatest value are kept; they still belong to the caller. Null for none
    /// yet: see <see cref="RealExamplesMonitor.CompareWith"/>.
    /// </param>
    /// <exception cref="ArgumentException">There are fewer than 2 real examples.</exception>
    public UnusedRange(Tensor? real = null)
    {
        if (real is not null)
        {
            CompareWith(real);
        }
    }

    /// <inheritdoc/>
    public override string? Look(IGan gan, IReadOnlyList<StepRecord> steps)
    {
        ArgumentNullException.ThrowIfNull(gan);
        return HasReal && gan.Range == ValueRange.MinusOneToOne && least >= 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Real examples have values from {least:G3} to {greatest:G3}, but are declared to lie in [-1, 1], so half of what the generator can give is "
                    + $"never real; scale them by x * 2 - 1, or declare Range = ValueRange.ZeroToOne."
            )
            : null;
    }

    /// <inheritdoc/>
    protected override void Remember(Tensor real)
    {
        ArgumentNullException.ThrowIfNull(real);
        using var scope = NewDisposeScope();
        var values = real.detach().to(float64);
        (least, greatest) = (values.min().item<double>(), values.max().item<double>());
    }
}
