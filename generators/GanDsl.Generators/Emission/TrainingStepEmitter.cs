using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the record of one training step. Its columns are those that the emitted training code measures, in that order.</summary>
internal sealed class TrainingStepEmitter : Emitter
{
    public override string Concern => "TrainingStep";

    protected override IReadOnlyList<string> Usings => ["System", "GanDsl.Training"];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var loss = LossDefinition.Of(model.Loss);
        var nonSaturatingLoss = Measurements.NonSaturatingLoss(model) is { } column
            ? $"Measured({CodeText.Of(column)})"
            : "GeneratorLoss";
        writer.Lines(
            $$"""
            /// <summary>
            /// What one training step measured, on the minibatches it used. Numbers are fetched from the device when first read, so a
            /// step that nobody looks at costs no wait.
            /// </summary>
            public sealed class TrainingStep : StepRecord
            {
                internal TrainingStep(StepMeasurements measurements)
                    : base(measurements) { }

                /// <summary>D's loss before its last update: E[softplus(-s(x))] + E[softplus(s(G(z)))], range [0, ∞).</summary>
                public float DiscriminatorLoss => Measured(0);

                /// <summary>G's loss before its update: {{loss.GeneratorLogitFormula}}, range {{loss.GeneratorRange}}.</summary>
                public float GeneratorLoss => Measured(1);

                /// <summary>The mean of D(x) over real examples, in [0, 1], before D's last update.</summary>
                public float RealScore => Measured(2);

                /// <summary>The mean of D(G(z)) over generated examples, in [0, 1], before D's last update.</summary>
                public float FakeScore => Measured(3);

                /// <summary>Discriminator loss + non-saturating generator loss: the health of the pair, 3 log 2 where D cannot tell.</summary>
                public float TotalLoss => DiscriminatorLoss + {{nonSaturatingLoss}};

                /// <summary>V(D, G) of the min-max game: the negative discriminator loss, -log 4 where D cannot tell.</summary>
                public float Value => -DiscriminatorLoss;

                /// <summary>The estimate (V + log 4) / 2 of the Jensen-Shannon divergence between data and generator, in nats.</summary>
                public float JensenShannonDivergence => (Value + MathF.Log(4)) / 2;
            }
            """
        );
    }
}
