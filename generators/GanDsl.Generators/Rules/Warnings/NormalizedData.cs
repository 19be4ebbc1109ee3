using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>A normalisation on the discriminator's first layer takes away the data's own mean and scale (Radford et al. 2016).</summary>
internal sealed class NormalizedData : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var network = gan.Discriminator;
        var beforeActivation = network.FirstLayers.TakeWhile(layer => layer.Layer is not ActivationAttribute);
        var weighted = 0;
        foreach (var layer in beforeActivation)
        {
            if (layer.Layer.IsNormalization)
            {
                yield return network.ProblemOf(
                    layer,
                    new LayerProblem(
                        Rule.NormalizedData,
                        null,
                        weighted == 0
                            ? "it normalises the data, so the mean and scale of real and fake examples are lost before D can compare them; leave "
                                + "it out"
                            : "it normalises what the discriminator's first layer makes of the data, so the mean and scale of real and fake "
                                + "examples are lost before D can compare them; leave the first layer without",
                        Mend.Remove(layer.Layer.Kind)
                    )
                );
                yield break;
            }

            weighted += layer.Model.MultiplyAdds > 0 ? 1 : 0;
            if (weighted > 1)
            {
                yield break;
            }
        }
    }
}
