using GanDsl.Fuzzing.Drawing;

namespace GanDsl.Fuzzing.Structure;

/// <summary>What a random declaration says of layers, beside the layers themselves.</summary>
internal abstract record FuzzedModifier
{
    private const double WildnessOfAnArgument = 0.3;

    /// <summary>The attribute without brackets.</summary>
    public abstract string Attribute { get; }

    /// <summary>Why GanDsl refuses it whatever the layers; null where it does not.</summary>
    public abstract string? ContractRefusal { get; }

    /// <summary>None, mostly.</summary>
    public static IReadOnlyList<FuzzedModifier> DrawFew(FuzzRandom random, double probability, bool withSpectralNorm)
    {
        if (!random.Chance(probability))
        {
            return [];
        }

        var wildness = random.Wildness;
        random.Wildness = random.Chance(0.05) ? WildnessOfAnArgument : 0;
        List<FuzzedModifier> drawn = [];
        for (var count = random.Pick(1, 1, 2); count > 0; count--)
        {
            drawn.Add(
                withSpectralNorm && random.Chance(0.4) ? FuzzedSpectralNorm.Draw(random) : FuzzedInit.Draw(random)
            );
        }

        random.Wildness = wildness;
        return drawn;
    }
}
