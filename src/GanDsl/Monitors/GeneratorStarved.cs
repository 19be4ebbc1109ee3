using System.Globalization;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// Notices that G gets hardly any gradient for long: its norm after the last step is a small part of what it usually was. What is usual is a
/// running mean over looks.
/// </summary>
public sealed class GeneratorStarved : TrainingMonitor
{
    private const double Kept = 0.9;

    private readonly double ratio;
    private readonly int looks;
    private double? usual;
    private int starving;

    /// <summary>Chooses what counts as starved.</summary>
    /// <param name="ratio">The part of the usual norm below which G starves, in (0, 1). Default: 0.01.</param>
    /// <param name="looks">In how many looks in a row, at least 1. Default: 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public GeneratorStarved(double ratio = 0.01, int looks = 4)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratio);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ratio, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(looks, 1);
        (this.ratio, this.looks) = (ratio, looks);
    }

    /// <inheritdoc/>
    public override string? Look(IGan gan, IReadOnlyList<StepRecord> steps)
    {
        ArgumentNullException.ThrowIfNull(gan);
        if (GradientNorm(gan.Generator) is not { } norm || !double.IsFinite(norm))
        {
            return null;
        }

        if (norm > 0 && !(norm < ratio * usual))
        {
            usual = usual is { } before ? Kept * before + (1 - Kept) * norm : norm;
            starving = 0;
            return null;
        }

        starving++;
        return starving < looks
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The generator is starved: the norm of its gradient is {norm:G3}, and was {usual ?? 0:G3} before; train the discriminator more "
                    + $"slowly, or choose a loss that does not saturate."
            );
    }

    /// <summary>The norm of the gradient over all parameters; null where there is no gradient.</summary>
    private static double? GradientNorm(nn.Module network)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        Tensor[] squares =
        [
            .. network
                .parameters()
                .Select(parameter => parameter.grad)
                .OfType<Tensor>()
                .Select(gradient => (gradient * gradient).sum().to(float64)),
        ];
        return squares.Length == 0 ? null : stack(squares).sum().sqrt().item<double>();
    }
}
