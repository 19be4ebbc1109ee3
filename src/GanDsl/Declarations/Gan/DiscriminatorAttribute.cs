namespace GanDsl;

/// <summary>
/// Marks the nested partial class that is the discriminator D. Its layers stand as attributes on the same part, in order; the
/// first takes the declared data shape, the last gives one logit s(x) per example, with D(x) = sigmoid(s(x)).
/// </summary>
public sealed class DiscriminatorAttribute : NetworkAttribute;
