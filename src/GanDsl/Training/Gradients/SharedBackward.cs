using System.ComponentModel;
using GanDsl.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// The backward pass of both players through a discriminator that couples no examples. With logits s, the gradient of a loss L at
/// example i is dL/dsᵢ · dsᵢ/dxᵢ, and the second factor is the same for both losses: that of the generator's loss is the
/// discriminator's times (dL_G/dsᵢ) / (dL_D/dsᵢ), which is -1 for the saturating loss and -sigmoid(-sᵢ) / sigmoid(sᵢ) for the
/// non-saturating one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SharedBackward
{
    /// <summary>
    /// The least slope of the discriminator's loss that is sent back for a fake, 2⁻⁶⁴: where D is so sure that its loss has no
    /// slope left, G's still has one to be recovered. It adds at most 2⁻⁶⁴ · dsᵢ/dθ to D's gradient.
    /// </summary>
    private const double LeastSlope = 1.0 / (1L << 32) / (1L << 32);

    /// <summary>Adds the gradient of the discriminator's loss to its parameters.</summary>
    /// <param name="judgements">What D made of the fakes, one value each; real examples may come before them.</param>
    /// <param name="logits">Their values cut off the graph, with the gradient of the discriminator's loss.</param>
    /// <param name="fakes">The fakes that D judged, cut off the graph.</param>
    /// <param name="generatorLoss">The generator's loss, a function of <paramref name="logits"/>.</param>
    /// <returns>The gradient of the generator's loss with respect to the fakes.</returns>
    /// <exception cref="GanException">The logits do not depend on the fakes.</exception>
    public static Tensor ThroughDiscriminator(Tensor judgements, Tensor logits, Tensor fakes, Tensor generatorLoss)
    {
        using var scope = NewDisposeScope();
        var count = fakes.shape[0];
        var generatorSlopes = Gradient.Of(generatorLoss, logits)!.narrow(0, -count, count);

        var slopes = logits.grad!;
        var fakeSlopes = slopes.narrow(0, -count, count);
        using (no_grad())
        {
            fakeSlopes.copy_(fakeSlopes.abs().ClampMin(LeastSlope).copysign(fakeSlopes));
        }

        autograd.backward([judgements], [slopes]);

        var factors = (generatorSlopes / fakeSlopes).reshape([count, .. Enumerable.Repeat(1L, (int)fakes.dim() - 1)]);
        var gradientOfFakes =
            fakes.grad
            ?? throw new GanException(
                "The discriminator's logits do not depend on its input, so the generator cannot learn from them; see whether a module "
                    + "of your own detaches its input or replaces it."
            );
        return (gradientOfFakes * factors).MoveToOuterDisposeScope();
    }
}
