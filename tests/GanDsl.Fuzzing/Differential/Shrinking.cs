using GanDsl.Fuzzing.Building;
using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Oracle;
using GanDsl.Fuzzing.Structure;

namespace GanDsl.Fuzzing.Differential;

/// <summary>Makes a declaration smaller while engine and build still disagree on it in the same way.</summary>
internal static class Shrinking
{
    private const int LengthOfKind = 30;

    public static (GanDraft Gan, string Opinions) Shrink(GanDraft gan, int seed, string opinions)
    {
        var kind = Kind(opinions);
        while (true)
        {
            var smaller = Smaller(gan)
                .Select(candidate => (Gan: candidate, Opinions: OpinionsOn(candidate, seed)))
                .FirstOrDefault(candidate => candidate.Opinions is not null && Kind(candidate.Opinions) == kind);
            if (smaller.Gan is null)
            {
                return (gan, opinions);
            }

            (gan, opinions) = (smaller.Gan, smaller.Opinions!);
        }
    }

    private static IEnumerable<GanDraft> Smaller(GanDraft gan)
    {
        var plain = gan with
        {
            Loss = null,
            Update = null,
            DiscriminatorSteps = null,
            BatchSize = null,
            Epochs = null,
            Distribution = null,
            Optimizers = [],
            Regularizers = [],
            Labels = gan.Networks.Any(network => network.Layers.Any(layer => layer is Layers.FuzzedLabelLayer))
                ? gan.Labels
                : null,
        };
        if (plain.Text != gan.Text)
        {
            yield return plain;
        }

        foreach (var network in gan.Networks)
        {
            foreach (var smaller in Smaller(network))
            {
                yield return network == gan.Generator
                    ? gan with
                    {
                        Generator = smaller,
                    }
                    : gan with
                    {
                        Discriminator = smaller,
                    };
            }
        }
    }

    private static IEnumerable<NetworkDraft> Smaller(NetworkDraft network)
    {
        if (network.Optimizers.Count + network.Modifiers.Count > 0)
        {
            yield return network with
            {
                Optimizers = [],
                Modifiers = [],
            };
        }

        for (var changed = 0; changed < network.Layers.Count; changed++)
        {
            var number = changed;
            foreach (var smaller in Smaller(network.Layers[number]))
            {
                yield return network with
                {
                    Layers = [.. network.Layers.SelectMany((layer, index) => index == number ? smaller : [layer])],
                };
            }
        }

        for (var left = 0; network.Layers.Count > 1 && left < network.Layers.Count; left++)
        {
            var number = left;
            yield return network with
            {
                Layers = [.. network.Layers.Where((_, index) => index != number)],
            };
        }
    }

    /// <summary>The layer without what is declared after it; a block also as its layers, and without each of them.</summary>
    private static IEnumerable<IReadOnlyList<FuzzedLayer>> Smaller(FuzzedLayer layer)
    {
        if (layer.After.Count > 0)
        {
            yield return [layer with { After = [] }];
        }

        if (layer is not FuzzedBlock block)
        {
            yield break;
        }

        yield return block.Layers;
        if (block.MostParameters + block.Leading.Count > 0)
        {
            yield return [block with { MostParameters = 0, Leading = [] }];
        }

        for (var left = 0; block.Layers.Count > 1 && left < block.Layers.Count; left++)
        {
            var number = left;
            yield return [block with { Layers = [.. block.Layers.Where((_, index) => index != number)] }];
        }
    }

    private static string? OpinionsOn(GanDraft gan, int seed)
    {
        try
        {
            var engine = EngineOracle.Judge(gan, seed);
            return Comparison.Disagreement(engine, BatchBuild.Judge([(gan, engine)], _ => { })[0]);
        }
        catch (UndecidedException)
        {
            return null;
        }
    }

    /// <summary>The first words, which say who disagrees with whom.</summary>
    private static string Kind(string opinions) => opinions[..Math.Min(LengthOfKind, opinions.Length)];
}
