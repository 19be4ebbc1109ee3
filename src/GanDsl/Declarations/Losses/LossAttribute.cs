namespace GanDsl;

/// <summary>
/// A loss of the user's own, in the place of <see cref="GanAttribute.Loss"/>: a class with the functions
/// <c>public static Tensor Discriminator(Tensor realLogits, Tensor fakeLogits)</c> and <c>public static Tensor Generator(Tensor fakeLogits)</c>,
/// or <c>Generator(Tensor realLogits, Tensor fakeLogits)</c> where G's loss compares with real examples.
/// </summary>
/// <remarks>
/// Logits are what D ends in, <c>[N, 1]</c>, real and generated ones of as many examples. Each function answers one number with a
/// gradient, such as a mean over the minibatch. They are called in every update, and other things of the class are not used; a static class is
/// enough. docs/reference/losses.md shows one.
/// </remarks>
/// <param name="functions">The class.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LossAttribute(Type functions) : Attribute
{
    /// <summary>The class with both functions.</summary>
    public Type Functions { get; } = functions;
}
