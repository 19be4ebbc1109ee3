using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>Two linear maps without an activation between them are one linear map, at the price of two.</summary>
internal sealed class LinearAfterLinear : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        [.. Problems(gan.Generator, "ReLU"), .. Problems(gan.Discriminator, "LeakyReLU(0.2)")];

    private static IEnumerable<Problem> Problems(InferredNetwork network, string activation) =>
        FoundIn(network)
            .Select(pair =>
                network.ProblemOf(
                    pair.Next,
                    new LayerProblem(
                        Rule.LinearAfterLinear,
                        null,
                        $"the {pair.First.Layer.Kind} before it is linear as well, and no activation stands between them, so both together can "
                            + $"do no more than one linear layer; put one between them, such as [{activation}]",
                        Mend.InsertBefore(activation)
                    )
                )
            );

    /// <summary>Pairs of linear layers with nothing between them but what moves values to other places.</summary>
    private static IEnumerable<(InferredLayer First, InferredLayer Next)> FoundIn(InferredNetwork network)
    {
        // Which linear layer the values of a layer come from, moved at most.
        var origins = new Dictionary<InferredLayer, InferredLayer>();
        foreach (var pair in network.Pairs.Where(pair => !pair.IsSum))
        {
            var origin =
                IsLinear(pair.Layer) ? pair.Layer
                : pair.Layer.Layer.OnlyRearranges && origins.TryGetValue(pair.Layer, out var earlier) ? earlier
                : null;
            if (origin is null)
            {
                continue;
            }

            origins[pair.Next] = origin;
            if (IsLinear(pair.Next) && !IsFactorization(origin, pair.Next))
            {
                yield return (origin, pair.Next);
            }
        }
    }

    private static bool IsLinear(InferredLayer layer) => layer.Layer is LinearAttribute or ConvolutionAttribute;

    /// <summary>
    /// Whether the two are meant as one map with fewer parameters: through fewer values than either end has, or a convolution in groups
    /// beside one that mixes them (Chollet 2017).
    /// </summary>
    private static bool IsFactorization(InferredLayer first, InferredLayer next) =>
        IsGrouped(first)
        || IsGrouped(next)
        || first.Output.ElementCount < Math.Min(first.Input.ElementCount, next.Output.ElementCount);

    private static bool IsGrouped(InferredLayer layer) => layer.Layer is ConvolutionAttribute { Groups: > 1 };
}
