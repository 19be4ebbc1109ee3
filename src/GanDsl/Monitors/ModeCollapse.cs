using System.Globalization;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// Notices that generated examples are all much alike: the mean distance between two of them is a small part of that between two real ones.
/// </summary>
/// <remarks>
/// The mean is the root of the mean square over all pairs of flattened examples. A generator that finds half of the kinds of examples is not
/// noticed, only one that hardly varies. Generated are always examples of the same latents, in evaluation mode, so what training and
/// sampling draw stays as it is.
/// </remarks>
public sealed class ModeCollapse : RealExamplesMonitor
{
    private readonly double ratio;
    private readonly int samples;
    private readonly int looks;
    private readonly long after;
    private double realDistance;
    private int alike;

    /// <summary>Chooses what counts as collapsed.</summary>
    /// <param name="real">
    /// Real examples [N, …], at least 2, of which only the mean distance is kept; they still belong to the caller. Null for none yet: see
    /// <see cref="RealExamplesMonitor.CompareWith"/>.
    /// </param>
    /// <param name="ratio">The part of the real distance below which G has collapsed, in (0, 1). Default: 0.2.</param>
    /// <param name="samples">Examples that are generated for a look, at least 2. Default: 64.</param>
    /// <param name="looks">In how many looks in a row, at least 1. Default: 3.</param>
    /// <param name="after">The steps before the first look, at least 0, as an untrained generator varies little. Default: 500.</param>
    /// <exception cref="ArgumentException">There are fewer than 2 real examples.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ModeCollapse(Tensor? real = null, double ratio = 0.2, int samples = 64, int looks = 3, long after = 500)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratio);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ratio, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(looks, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        (this.ratio, this.samples, this.looks, this.after) = (ratio, samples, looks, after);
        if (real is not null)
        {
            CompareWith(real);
        }
    }

    /// <inheritdoc/>
    public override string? Look(IGan gan, IReadOnlyList<StepRecord> steps)
    {
        ArgumentNullException.ThrowIfNull(gan);
        ArgumentNullException.ThrowIfNull(steps);
        if (!HasReal || steps[^1].Number <= after)
        {
            return null;
        }

        var generated = DistanceOfSamples(gan);
        alike = generated < ratio * realDistance ? alike + 1 : 0;
        return alike < looks
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The generator has collapsed: two of its examples are {generated:G3} apart on average, two real ones {realDistance:G3}; go back to an "
                    + $"earlier checkpoint, and try a smaller learning rate or packing."
            );
    }

    /// <inheritdoc/>
    protected override void Remember(Tensor real) => realDistance = MeanDistance(real);

    /// <summary>The root of the mean squared distance over all pairs: twice the sum of the unbiased variances of the values is its square.</summary>
    internal static double MeanDistance(Tensor examples)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var flat = examples.detach().to(float64).flatten(1);
        var centered = flat - flat.mean([0]);
        return Math.Sqrt(2 * (centered * centered).sum().item<double>() / (flat.shape[0] - 1));
    }

    private double DistanceOfSamples(IGan gan)
    {
        using var random = new SeededRandomness(0, gan.Device);
        using var latents = MonitorLatents.Draw(gan, samples);
        using var generated = gan.Sample(latents);
        return MeanDistance(generated.Tensor);
    }
}
