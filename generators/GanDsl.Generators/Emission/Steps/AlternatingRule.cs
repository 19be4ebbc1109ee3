using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Algorithm 1 of Goodfellow et al. 2014.</summary>
internal sealed class AlternatingRule : UpdateRule
{
    public override GanUpdate Update => GanUpdate.Alternating;

    public override string Summary =>
        "Algorithm 1 of Goodfellow et al. 2014. k times a discriminator step on m fresh real and m fresh\n"
        + "generated examples, then one generator step on m fresh latents.";

    public override string RealRows => "k·m rows, m for each of the k discriminator steps.";

    public override string DiscriminatorSchedule(GanModel model) => PublicSteps.DiscriminatorSchedule(model);

    public override string Members(GanModel model)
    {
        var step = RecordableStep.Members(model, "k");
        var labelBatch = PlayerUpdates.LabelBatch(model);
        var labelsOfG = model.Generator.ReadsLabels ? ", labelBatch" : "";
        var labelsOfD = model.JudgesLabels ? ", labelBatch" : "";
        var lastBatch = PlayerUpdates.LastBatch(model, model.ReadsLabels);
        var fakesForG = model.AccumulatesGradients
            ? AccumulatedUpdates.Fakes(model, "generatorLatents", "lastLabels")
            : NetworkCalls.Generate(model, "generatorLatents", "lastLabels");
        var ofLastBatch = PlayerUpdates.OfLastBatch(model);
        var labelParameter = model.Generator.ReadsLabels ? ", Tensor labels" : "";
        var fakes = model.AccumulatesGradients ? "Tensor[]" : "Tensor";
        var generate = model.AccumulatesGradients
            ? $"[.. {AccumulatedUpdates.Fakes(model, "latents", "labels")}]"
            : NetworkCalls.Generate(model, "latents", "labels");
        var parameters = RecordableStep.Parameters(model);
        var number = PenaltyMethods.NumberArgument(model);
        var update = PenaltyMethods.UpdateOfStep(model, $"UpdateDiscriminator(realBatch, fakes{labelsOfD}{number})");
        var updates = PlayerUpdates.Alternating(model);
        return Code.Of(
            $$"""
            {{step}}
            private Tensor ComputeStep({{parameters}}, int k, int m)
            {
                using var scope = NewDisposeScope();
                DiscriminatorUpdate discriminatorUpdate = default;
                for (var i = 0; i < k; i++)
                {
                    using var discriminatorStep = NewDisposeScope();
                    var realBatch = real.narrow(0, i * m, m);
                    {{labelBatch}}
                    var latents = givenLatents ?? trainingLatents.Draw(m);
                    var fakes = GenerateWithoutGraph(latents{{labelsOfG}});

                    {{update}}
                    discriminatorUpdate.MoveToOuterDisposeScope();
                }

                {{lastBatch}}
                var generatorLatents = givenLatents ?? trainingLatents.Draw(m);
                var generatorFakes = {{fakesForG}};
                var generatorUpdate = UpdateGenerator(generatorFakes{{ofLastBatch}});

                return Measure(discriminatorUpdate, generatorUpdate).MoveToOuterDisposeScope();
            }

            /// <summary>Fakes for D to learn from. G learns nothing of them, so its pass keeps no graph.</summary>
            private {{fakes}} GenerateWithoutGraph(Tensor latents{{labelParameter}})
            {
                using var noGradients = no_grad();
                return {{generate}};
            }

            {{updates}}
            """
        );
    }
}
