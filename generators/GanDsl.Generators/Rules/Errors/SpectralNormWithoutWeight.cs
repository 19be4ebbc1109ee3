using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>Each spectral normalisation has a weight to normalise, and the weight is not zero.</summary>
internal sealed class SpectralNormWithoutWeight : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        [
            .. Problems(gan.Generator, gan.Declaration.Generator),
            .. Problems(gan.Discriminator, gan.Declaration.Discriminator),
        ];

    private static IEnumerable<Problem> Problems(InferredNetwork network, NetworkDeclaration? declaration) =>
        declaration is null || !network.Model.IsComplete
            ? []
            :
            [
                .. ModifierScopes
                    .Of(network, declaration)
                    .Where(scope => !scope.Layers.Any(HasWeight))
                    .SelectMany(scope =>
                        scope
                            .Modifiers.SpectralNorms.Take(1)
                            .Select(norm => NothingToNormalize(norm.Place, scope.Layers))
                    ),
                .. network.Layers.Where(HasZeroWeight).Take(1).Select(layer => ZeroWeight(network, layer)),
            ];

    private static Problem NothingToNormalize(Place place, IReadOnlyList<InferredLayer> layers) =>
        new(
            Rule.SpectralNormWithoutWeight,
            place.Location,
            $"{place.Text}: "
                + (layers.Count == 1 ? $"{layers[0].Layer.Kind} has no" : "none of the layers that it is for has a")
                + " weight that it divides; put it before or directly after a Linear, a Maxout, a convolution, a SelfAttention or a layer "
                + "that learns a weight for labels: LabelEmbedding, Projection, AuxiliaryClassifier"
        );

    private static Problem ZeroWeight(InferredNetwork network, InferredLayer layer) =>
        network.ProblemOf(
            layer,
            new LayerProblem(
                Rule.SpectralNormWithoutWeight,
                null,
                "its weight starts at zero, and spectral normalisation divides by the largest singular value of the weight; initialise it "
                    + "otherwise, or leave the normalisation out"
            )
        );

    private static bool HasWeight(InferredLayer layer) => layer.Layer.Weight is { CanBeNormalized: true };

    private static bool HasZeroWeight(InferredLayer layer) =>
        layer.Model.SpectralNorm is not null && layer.Modifiers.WeightInit(layer.Layer.Weight!) is { IsZero: true };
}
