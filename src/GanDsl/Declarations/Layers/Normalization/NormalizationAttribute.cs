namespace GanDsl;

/// <summary>A layer that shifts and scales the values of each example to mean 0 and variance 1, so that examples stay apart.</summary>
public abstract class NormalizationAttribute : LayerAttribute
{
    private protected NormalizationAttribute() { }

    /// <summary>Added to the variance so that nothing is divided by zero. Default: 1e-5.</summary>
    public double Eps { get; set; } = 1e-5;

    internal sealed override bool IsNormalization => true;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.Positive(nameof(Eps), Eps);

    internal override IEnumerable<LayerProblem> Remarks(Shape input, Shape output) =>
        NormalizationEps.Remarks(Kind, Eps, "it is added to the variance");

    internal sealed override string Forward(string x, string module, Shape output) => $"{module}.call({x})";

    /// <summary>The mean of one value is that value: normalised, nothing of it is left.</summary>
    private protected LayerProblem OneValue(string of, Shape input) =>
        new(
            Rule.NormalizationOfOneValue,
            null,
            $"of its input {input} it would normalise one value per {of}, which makes it 0 whatever it is, so that nothing before it "
                + "could learn; leave the normalisation out",
            Mend.Remove(Kind)
        );
}
