namespace GanDsl;

/// <summary>A loss whose discriminator side is the sum of a part of real and a part of generated examples, so that each can be learned from by itself.</summary>
internal abstract class AdditiveLoss : LossDefinition
{
    /// <summary>The expression for the part of real examples, a scalar tensor.</summary>
    public abstract string RealExpression(string realLogits, LabelSmoothingAttribute? smoothing);

    /// <summary>The expression for the part of generated examples, a scalar tensor.</summary>
    public abstract string FakeExpression(string fakeLogits);

    public override string DiscriminatorExpression(
        string realLogits,
        string fakeLogits,
        LabelSmoothingAttribute? smoothing
    ) => $"DiscriminatorOnReal({realLogits}).Plus(DiscriminatorOnFake({fakeLogits}))";
}
