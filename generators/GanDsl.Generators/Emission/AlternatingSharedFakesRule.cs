using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Algorithm 1, but the generator learns from the fakes that the discriminator saw last.</summary>
internal sealed class AlternatingSharedFakesRule : UpdateRule
{
    public override GanUpdate Update => GanUpdate.AlternatingSharedFakes;

    public override string Summary =>
        "k times a discriminator step on m fresh real and m fresh generated examples, then one generator\n"
        + "/// step on the last of these generated examples: G runs forward once less than in Algorithm 1.";

    public override string RealRows => "k·m rows, m for each of the k discriminator steps.";

    public override string RowsPerStep => "Settings.DiscriminatorSteps * Settings.BatchSize";

    public override string Members(GanModel model) =>
        $$"""
            private TrainingStep Step({{PublicSteps.Parameters(model)}})
            {
                using var turn = BeginStep();
                using var scope = NewDisposeScope();{{PlayerUpdates.RequireLabels(model)}}
                var k = Settings.DiscriminatorSteps;
                var m = {{PlayerUpdates.Rows(model, "k")}};{{PlayerUpdates.LabelsOfMinibatch(model)}}

                Tensor fakes = null!;
                {{PlayerUpdates.DiscriminatorUpdateType(model)}} discriminator = default;
                for (var i = 0; i < k; i++)
                {
                    // G learns from the last fakes alone, so only they keep a graph.
                    using (set_grad_enabled(i == k - 1))
                    {
                        fakes = {{NetworkCalls.Generate(
                model,
                "givenLatents?.to(device) ?? trainingLatents.Draw(m)",
                "LabelsOf(i)"
            )}};
                    }

                    discriminator = UpdateDiscriminator(real.narrow(0, i * m, m).to(device), fakes.detach(){{(
                model.JudgesLabels ? ", LabelsOf(i)" : ""
            )}});
                }

                var generator = UpdateGenerator(fakes{{PlayerUpdates.OfLastMinibatch(model)}});

                return Measure(discriminator, generator);
            }

            {{PlayerUpdates.Alternating(model)}}
            """;
}
