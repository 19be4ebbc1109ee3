using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Generates in the units of the data.</summary>
public static class StandardizationExtensions
{
    /// <summary>Generates points and undoes the standardisation of the data that were learnt from.</summary>
    /// <param name="gan">The GAN, of points with a value for each column.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="standardization">What the data were scaled by.</param>
    /// <param name="labels">The class of each, where the GAN has classes; see <see cref="IGan.Sample(int, IReadOnlyList{int})"/>.</param>
    /// <returns>A new tensor <c>[count, D]</c> of float64, which the caller owns.</returns>
    /// <exception cref="ArgumentException">The GAN's points have another number of values.</exception>
    public static Tensor SampleRows(
        this IGan<PointBatch> gan,
        int count,
        Standardization standardization,
        IReadOnlyList<int>? labels = null
    )
    {
        ArgumentNullException.ThrowIfNull(gan);
        ArgumentNullException.ThrowIfNull(standardization);
        using var points = gan.Sample(count, labels);
        return standardization.Undo(points);
    }
}
