namespace Ring;

/// <summary>The losses of one training step of either GAN.</summary>
/// <param name="Number">The number of the step, from 1.</param>
/// <param name="DiscriminatorLoss">D's loss, range [0, ∞).</param>
/// <param name="GeneratorLoss">The loss that trains G: range [0, ∞) if non-saturating, (-∞, 0] if saturating.</param>
/// <param name="TotalLoss">Discriminator loss + non-saturating generator loss; 3 log 2 = 2.079 where D cannot tell.</param>
public sealed record RingStep(long Number, float DiscriminatorLoss, float GeneratorLoss, float TotalLoss);
