using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Algorithm 1 of Goodfellow et al. 2014.</summary>
internal sealed class AlternatingRule : UpdateRule
{
    public override GanUpdate Update => GanUpdate.Alternating;

    public override string Summary =>
        "Algorithm 1 of Goodfellow et al. 2014. k times a discriminator step on m fresh real and m fresh\n"
        + "/// generated examples, then one generator step on m fresh latents.";

    public override string RealRows => "k·m rows, m for each of the k discriminator steps.";

    public override string RowsPerStep => "Settings.DiscriminatorSteps * Settings.BatchSize";

    public override string Members(GanModel model) =>
        $$"""
            private TrainingStep Step({{PublicSteps.Parameters(model)}})
            {
                using var turn = BeginStep();
                using var scope = NewDisposeScope();{{PlayerUpdates.RequireLabels(model)}}
                var k = Settings.DiscriminatorSteps;
                var m = {{PlayerUpdates.Rows(model, "k")}};
                Tensor Latents() => givenLatents?.to(device) ?? trainingLatents.Draw(m);{{PlayerUpdates.LabelsOfMinibatch(
                model
            )}}

                {{PlayerUpdates.DiscriminatorUpdateType(model)}} discriminator = default;
                for (var i = 0; i < k; i++)
                {
                    discriminator = UpdateDiscriminator(real.narrow(0, i * m, m).to(device), FakesWithoutGraph(Latents(){{OfG(
                model,
                "LabelsOf(i)"
            )}}){{OfD(model, "LabelsOf(i)")}});
                }

                var generator = UpdateGenerator({{NetworkCalls.Generate(
                model,
                "Latents()",
                "LabelsOf(k - 1)"
            )}}{{PlayerUpdates.OfLastMinibatch(model)}});

                return Measure(discriminator, generator);
            }

            /// <summary>Fakes for D to learn from. G learns nothing of them, so its pass keeps no graph.</summary>
            private Tensor FakesWithoutGraph(Tensor latents{{OfG(model, "Tensor labels")}})
            {
                using var noGradients = no_grad();
                return {{NetworkCalls.Generate(model, "latents", "labels")}};
            }

            {{PlayerUpdates.Alternating(model)}}
            """;

    private static string OfG(GanModel model, string labels) => model.Generator.ReadsLabels ? ", " + labels : "";

    private static string OfD(GanModel model, string labels) => model.JudgesLabels ? ", " + labels : "";
}
