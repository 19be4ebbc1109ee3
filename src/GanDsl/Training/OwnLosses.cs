using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Looks at what a loss of the user's own answers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OwnLosses
{
    /// <summary>The loss as it is.</summary>
    /// <param name="loss">What the function answered.</param>
    /// <param name="fakeLogits">What it was given of generated examples.</param>
    /// <param name="function">Its name with that of its class.</param>
    /// <exception cref="GanException">It is not one number, is disposed, or nothing can be learned from it.</exception>
    public static Tensor Checked(Tensor? loss, Tensor fakeLogits, string function)
    {
        ArgumentNullException.ThrowIfNull(fakeLogits);
        if (loss is null)
        {
            throw new GanException($"{function} answered null, but a loss is one number; return a tensor.");
        }

        if (loss.IsInvalid || fakeLogits.IsInvalid)
        {
            throw new GanException(
                loss.IsInvalid
                    ? $"{function} answered a tensor that is disposed; where it opens a dispose scope, return loss.MoveToOuterDisposeScope()."
                    : $"{function} disposed the logits that it was given, which others still need; leave them alone."
            );
        }

        if (loss.dim() != 0)
        {
            throw new GanException(
                $"{function} answered a tensor of shape [{string.Join(", ", loss.shape)}], but a loss is one number; take its mean, such as loss.mean()."
            );
        }

        return loss.requires_grad || !fakeLogits.requires_grad || !is_grad_enabled()
            ? loss
            : throw new GanException(
                $"{function} answered a number without a gradient, from which nothing can be learned; compute it from the logits by operations of "
                    + "torch, without detach, item and no_grad."
            );
    }
}
