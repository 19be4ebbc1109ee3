using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the losses as pure functions of logits.</summary>
internal sealed class LossesEmitter : Emitter
{
    public override string Concern => "Losses";

    protected override IReadOnlyList<string> Usings => ["static TorchSharp.torch", "static TorchSharp.torch.nn"];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var loss = LossDefinition.Of(model.Loss);
        var nonSaturating = LossDefinition.Of(GanLoss.NonSaturating);
        writer.Lines(
            $$"""
            /// <summary>
            /// The losses, from logits s(·) with D(·) = sigmoid(s(·)): scalars, means over the minibatch.
            /// logsigmoid(s) is log D and logsigmoid(-s) is log(1 - D), exact far into both tails.
            /// </summary>
            public static class Losses
            {
                /// <summary>
                /// What D minimises, binary cross-entropy with real = 1 and fake = 0:
                /// -E[log D(x)] - E[log(1 - D(G(z)))] = E[softplus(-s(x))] + E[softplus(s(G(z)))], range [0, ∞);
                /// 2 log 2 where D cannot tell.
                /// </summary>
                public static Tensor Discriminator(Tensor realLogits, Tensor fakeLogits) =>
                    -functional.logsigmoid(realLogits).mean() - functional.logsigmoid(-fakeLogits).mean();

                /// <summary>
                /// What G minimises, the {{loss.Name}} loss: {{loss.GeneratorFormula}} = {{loss.GeneratorLogitFormula}},
                /// range {{loss.GeneratorRange}}. {{loss.Remark}}
                /// </summary>
                public static Tensor Generator(Tensor fakeLogits) => {{loss.GeneratorExpression("fakeLogits")}};

                /// <summary>
                /// The health of the pair: discriminator loss + non-saturating generator loss, whichever loss trains G,
                /// range [0, ∞); 3 log 2 where D cannot tell.
                /// </summary>
                public static Tensor Total(Tensor realLogits, Tensor fakeLogits) =>
                    Discriminator(realLogits, fakeLogits) + {{Total(loss, nonSaturating)}};

                /// <summary>V(D, G) of the min-max game: the negative discriminator loss; -log 4 where D cannot tell.</summary>
                public static Tensor Value(Tensor realLogits, Tensor fakeLogits) => -Discriminator(realLogits, fakeLogits);
            }
            """
        );
    }

    private static string Total(LossDefinition loss, LossDefinition nonSaturating) =>
        loss == nonSaturating ? "Generator(fakeLogits)" : "(" + nonSaturating.GeneratorExpression("fakeLogits") + ")";
}
