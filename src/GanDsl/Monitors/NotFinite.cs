using System.Globalization;
using GanDsl.Training;

namespace GanDsl;

/// <summary>
/// Notices that numbers have left the finite ones, and names the first layer where they did: "the weight of conv2 of the discriminator".
/// </summary>
/// <remarks>
/// Losses and scores have to be finite at every step. Of other measurements NaN means "not computed at this step", as of penalties that are
/// computed now and then, and only an infinite one is noticed. The weights have to be finite as well, which the numbers of the next step
/// would show otherwise.
/// </remarks>
public sealed class NotFinite : TrainingMonitor
{
    /// <inheritdoc/>
    public override string? Look(IGan gan, IReadOnlyList<StepRecord> steps)
    {
        ArgumentNullException.ThrowIfNull(gan);
        ArgumentNullException.ThrowIfNull(steps);
        var measured = steps.Select(Complaint).FirstOrDefault(complaint => complaint is not null);
        if (measured is null)
        {
            return OfWeights(gan);
        }

        var place = NotFiniteLayer.InWeights(gan) ?? NotFiniteLayer.InOutputs(gan);
        return place is null
            ? $"{measured}, although weights and outputs are finite: the loss itself or a penalty is not."
            : $"{measured}; the first value that is not finite is in {place}.";
    }

    /// <summary>Names the first weight that is not finite; null where all are.</summary>
    internal static string? OfWeights(IGan gan) =>
        NotFiniteLayer.InWeights(gan) is { } weight ? $"The first value that is not finite is in {weight}." : null;

    private static string? Complaint(StepRecord step) =>
        step
            .ComputedMeasurements.Where(each => !float.IsFinite(each.Value))
            .Select(each =>
                string.Create(CultureInfo.InvariantCulture, $"{each.Name} is {Words(each.Value)} at step {step.Number}")
            )
            .FirstOrDefault();

    private static string Words(float value) =>
        float.IsNaN(value) ? "not a number"
        : value > 0 ? "infinite"
        : "minus infinite";
}
