using GanDsl.Fuzzing.Drawing;

namespace GanDsl.Fuzzing.Mutation;

/// <summary>A source text that nobody meant, reproducible from seed and number.</summary>
/// <param name="Original">The number of the text in the corpus that it comes from.</param>
/// <param name="Text">The text after its mutations.</param>
internal sealed record Mutant(int Original, string Text)
{
    /// <summary>Sets the choices apart from those of the differential fuzzer.</summary>
    private const int SeedOffset = 0x5EED;

    private const int MostMutations = 4;

    public static Mutant Draw(int seed, int number)
    {
        var random = new FuzzRandom(seed + SeedOffset, number);
        var original = random.Int(0, Corpus.Texts.Count - 1);
        var text = Corpus.Texts[original];
        for (var count = random.Int(1, MostMutations); count > 0; count--)
        {
            text = random.Pick(Mutations.All)(random, text);
        }

        return new(original, text);
    }
}
