namespace GanDsl;

/// <summary>A loss whose discriminator side is the sum of a part of real and a part of generated examples, so that each can be learned from by itself.</summary>
internal abstract class AdditiveLoss : LossDefinition
{
    /// <summary>The expression for the part of real examples, a scalar tensor.</summary>
    public abstract string RealExpression(string realLogits, LabelSmoothingAttribute? smoothing);

    /// <summary>The expression for the part of generated examples, a scalar tensor.</summary>
    public abstract string FakeExpression(string fakeLogits);

    /// <summary>
    /// The expression for the sum of both parts, from the margins s(x) and -s(G(z)) of as many real as generated examples: one formula for all.
    /// Null where the parts are no such formula.
    /// </summary>
    public virtual string? MarginExpression(string margins, LabelSmoothingAttribute? smoothing) => null;

    public override string DiscriminatorExpression(
        string realLogits,
        string fakeLogits,
        LabelSmoothingAttribute? smoothing
    ) => $"DiscriminatorOnReal({realLogits}).Plus(DiscriminatorOnFake({fakeLogits}))";
}
