namespace GanDsl.Fuzzing.Differential;

/// <summary>A declaration on which engine and build disagree.</summary>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Number">The number of the case.</param>
/// <param name="Opinions">What both say.</param>
/// <param name="Declaration">The text of the declaration, shrunk as far as the disagreement stays.</param>
public sealed record Disagreement(int Seed, int Number, string Opinions, string Declaration)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"Case {Number} of seed {Seed} (./build.sh fuzz 1 {Seed} {Number}): {Opinions}\n{Declaration}";
}
