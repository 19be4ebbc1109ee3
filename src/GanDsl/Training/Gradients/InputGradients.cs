using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Gradients of a discriminator with respect to its input, which can be differentiated again: what gradient penalties are made of.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InputGradients
{
    /// <summary>The gradient of each example's logit with respect to that example, as a row: <c>[N, values of an example]</c>.</summary>
    /// <param name="discriminator">D.</param>
    /// <param name="points">Where to take the gradients: <c>[N, …]</c>. Nothing flows back to where they come from.</param>
    public static Tensor Of(nn.Module<Tensor, Tensor> discriminator, Tensor points) => Of(discriminator.call, points);

    /// <summary>The same for any function of examples, such as a discriminator with given labels.</summary>
    /// <param name="discriminator">Maps <c>[N, …]</c> to one logit each.</param>
    /// <param name="points">Where to take the gradients: <c>[N, …]</c>.</param>
    /// <exception cref="GanException">The logits do not depend on the input, or libtorch cannot differentiate them.</exception>
    public static Tensor Of(Func<Tensor, Tensor> discriminator, Tensor points)
    {
        using var scope = NewDisposeScope();
        var input = points.detach().requires_grad_();

        // Where no layer couples examples, the gradient of the sum holds that of each logit.
        var logits = discriminator(input).sum();
        var gradients =
            Gradient.Of(logits, input, canBeDifferentiated: true)
            ?? throw new GanException(
                "The discriminator's logits do not depend on its input, so there is no gradient to penalise; see whether a module of "
                    + "your own detaches its input or replaces it."
            );
        return gradients.flatten(1).MoveToOuterDisposeScope();
    }
}
