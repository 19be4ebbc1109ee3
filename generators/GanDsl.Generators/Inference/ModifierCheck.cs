using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>Checks that each spectral normalisation has a weight to normalise, and that the weight is not zero.</summary>
internal static class ModifierCheck
{
    public static void Check(InferredNetwork network, NetworkDeclaration? declaration, List<Problem> problems)
    {
        if (declaration is null || !network.Model.IsComplete)
        {
            return;
        }

        foreach (var (modifiers, layers) in ModifierScopes.Of(network, declaration))
        {
            if (!layers.Any(layer => layer.Layer.Weight?.OutputDimension is not null))
            {
                problems.AddRange(
                    modifiers.SpectralNorms.Take(1).Select(norm => NothingToNormalize(norm.Place, layers))
                );
            }
        }

        if (network.Layers.FirstOrDefault(HasZeroWeight) is { } zero)
        {
            problems.Add(
                network.ProblemOf(
                    zero,
                    new LayerProblem(
                        Rule.SpectralNormWithoutWeight,
                        null,
                        "its weight starts at zero, and spectral normalisation divides by the largest singular value of the weight; "
                            + "initialise it otherwise, or leave the normalisation out"
                    )
                )
            );
        }
    }

    private static Problem NothingToNormalize(Place place, IReadOnlyList<InferredLayer> layers) =>
        new(
            Rule.SpectralNormWithoutWeight,
            place.Location,
            $"{place.Text}: "
                + (layers.Count == 1 ? $"{layers[0].Layer.Kind} is not linear" : "no layer that it is for is linear")
                + " in its input with a weight to normalise; put it before or directly after a Linear, a Maxout or a convolution"
        );

    private static bool HasZeroWeight(InferredLayer layer) =>
        layer.Model.SpectralNorm is not null && layer.Modifiers.WeightInit(layer.Layer.Weight!) is { IsZero: true };
}
