using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Algorithm 1, but the generator learns from the fakes that the discriminator saw last.</summary>
internal sealed class AlternatingSharedFakesRule : UpdateRule
{
    public override GanUpdate Update => GanUpdate.AlternatingSharedFakes;

    public override string Summary =>
        "k times a discriminator step on m fresh real and m fresh generated examples, then one generator\n"
        + "step on the last of these generated examples: G runs forward once less than in Algorithm 1.";

    public override string RealRows => "k·m rows, m for each of the k discriminator steps.";

    public override string DiscriminatorSchedule(GanModel model) => PublicSteps.DiscriminatorSchedule(model);

    public override string Members(GanModel model)
    {
        var step = RecordableStep.Members(model, "k");
        var labelBatch = PlayerUpdates.LabelBatch(model);
        var generate = model.AccumulatesGradients
            ? $"[.. {AccumulatedUpdates.Fakes(model, "latents", "labelBatch")}]"
            : NetworkCalls.Generate(model, "latents", "labelBatch");
        var noFakes = model.AccumulatesGradients ? "Tensor[] fakes = [];" : "Tensor fakes = null!;";
        var fakesForD = model.AccumulatesGradients ? "fakes" : "fakes.detach()";
        var moveFakes = model.AccumulatesGradients
            ? "foreach (var part in fakes)\n{\n    part.MoveToOuterDisposeScope();\n}"
            : "fakes.MoveToOuterDisposeScope();";
        var labelsOfD = model.JudgesLabels ? ", labelBatch" : "";
        var lastBatch = PlayerUpdates.LastBatch(model, model.JudgesLabels);
        var ofLastBatch = PlayerUpdates.OfLastBatch(model);
        var parameters = RecordableStep.Parameters(model);
        var number = PenaltyMethods.NumberArgument(model);
        var update = PenaltyMethods.UpdateOfStep(
            model,
            $"UpdateDiscriminator(realBatch, {fakesForD}{labelsOfD}{number})"
        );
        var updates = PlayerUpdates.Alternating(model);
        return Code.Of(
            $$"""
            {{step}}
            private Tensor ComputeStep({{parameters}}, int k, int m)
            {
                using var scope = NewDisposeScope();
                {{noFakes}}
                DiscriminatorUpdate discriminatorUpdate = default;
                for (var i = 0; i < k; i++)
                {
                    using var discriminatorStep = NewDisposeScope();
                    var realBatch = real.narrow(0, i * m, m);
                    {{labelBatch}}
                    var latents = givenLatents ?? trainingLatents.Draw(m);

                    // G learns from the last fakes alone, so only they keep a graph and outlive their step.
                    var isLast = i == k - 1;
                    using (set_grad_enabled(isLast))
                    {
                        fakes = {{generate}};
                    }

                    {{update}}
                    discriminatorUpdate.MoveToOuterDisposeScope();
                    if (isLast)
                    {
                        {{moveFakes}}
                    }
                }

                {{lastBatch}}
                var generatorUpdate = UpdateGenerator(fakes{{ofLastBatch}});

                return Measure(discriminatorUpdate, generatorUpdate).MoveToOuterDisposeScope();
            }

            {{updates}}
            """
        );
    }
}
