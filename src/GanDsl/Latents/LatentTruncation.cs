using GanDsl.Modules;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The truncation trick (Brock et al. 2018): latents closer to the middle make examples that are more typical, and less varied.</summary>
public static class LatentTruncation
{
    /// <summary>
    /// Normal latents as if every value farther from 0 than the threshold had been drawn again until it was not: each is moved to the place
    /// in the truncated distribution below which as much lies.
    /// </summary>
    /// <remarks>z becomes √2 · erf⁻¹(erf(z / √2) · erf(threshold / √2)); the order of values stays, and so does 0.</remarks>
    /// <param name="latents">Latents drawn from the standard normal distribution, of a floating-point type; they are left as they are.</param>
    /// <param name="threshold">The greatest distance from 0, above 0; 2 leaves nearly all as it is, 0.5 little of their variety.</param>
    /// <returns>A tensor of the same shape and type, on the same device. The caller disposes it.</returns>
    /// <exception cref="ArgumentException">The tensor is of another type.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is not above 0.</exception>
    public static Tensor Normal(Tensor latents, double threshold)
    {
        ArgumentNullException.ThrowIfNull(latents);
        if (!latents.is_floating_point())
        {
            throw new ArgumentException(
                $"Latents are of a floating-point type, but these are {latents.dtype}.",
                nameof(latents)
            );
        }

        if (!(threshold > 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(threshold),
                threshold,
                "Latents are truncated at a distance above 0."
            );
        }

        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var exact = latents.detach().to(float64);
        using var within = tensor(threshold / Math.Sqrt(2), float64, exact.device).erf();
        var places = exact.DividedBy(Math.Sqrt(2)).erf() * within;
        // In float64 erf is 1 beyond 5.9, where its inverse is infinite; the bounds keep such a value at the threshold.
        return places
            .erfinv()
            .Times(Math.Sqrt(2))
            .Clamp(-threshold, threshold)
            .to(latents.dtype)
            .MoveToOuterDisposeScope();
    }
}
