using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Both losses from one batch at the same parameters, then both steps.</summary>
internal sealed class SimultaneousRule : UpdateRule
{
    public override GanUpdate Update => GanUpdate.Simultaneous;

    public override string Summary => "both losses from one batch at the same parameters, then both optimiser steps.";

    public override string RealRows => "m rows.";

    public override string RowsPerStep => "Settings.BatchSize";

    public override string Members(GanModel model)
    {
        var (penalties, objective) = PenaltyMethods.Objective(
            model,
            PlayerUpdates.ClassifiedLoss(model, "discriminatorLoss"),
            "discriminatorLoss",
            "fakes.detach()"
        );
        var added = string.Concat(penalties.Select(line => "\n" + PlayerUpdates.Indent(line)));
        var logits = model.LossDefinition.GeneratorSeesReal ? "realLogits, fakeLogits" : "fakeLogits";
        var measured = PlayerUpdates.AddedMeasurements(model);
        var fakes = NetworkCalls.Generate(model, "givenLatents?.to(device) ?? trainingLatents.Draw(rows)", "labels");
        var labels = model.JudgesLabels || model.Generator.ReadsLabels ? "    labels = labels.to(device);\n" : "";
        var generatorObjective = PlayerUpdates.ClassifiedLoss(model, "generatorLoss");
        var step = $$"""
            private TrainingStep Step({{PublicSteps.Parameters(model)}})
            {
                using var scope = NewDisposeScope();{{PlayerUpdates.RequireLabels(model)}}
                var rows = {{PlayerUpdates.Rows(model, "1")}};
                real = {{PlayerUpdates.Packed(model, "real.to(device)")}};
            {{labels}}    var fakes = {{PlayerUpdates.Packed(model, fakes)}};

            {{PlayerUpdates.Indent(PlayerUpdates.Judge(model))}}
                var discriminatorLoss = Losses.Discriminator(realLogits, fakeLogits);{{added}}
                var generatorLoss = Losses.Generator({{logits}});

                // Each loss sends its gradient to its own player's parameters only, before either of them moves.
                discriminatorOptimizer.zero_grad();
                generatorOptimizer.zero_grad();
                autograd.backward([{{objective}}], retain_graph: true, inputs: [.. D.parameters()]);
                autograd.backward([{{generatorObjective}}], inputs: [.. G.parameters()]);
                discriminatorOptimizer.step();{{PlayerUpdates.Clip(model)}}
                generatorOptimizer.step();

                return Measure(
                    (discriminatorLoss.detach(), realLogits.detach(), fakeLogits.detach(){{measured}}),
                    (generatorLoss.detach(), fakeLogits.detach()));
            }
            """;
        return step + PlayerUpdates.Helpers(model);
    }
}
