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
            "discriminatorLoss",
            "discriminatorLoss",
            "fakes.detach()"
        );
        var added = string.Concat(penalties.Select(line => "\n" + PlayerUpdates.Indent(line)));
        var logits = model.LossDefinition.GeneratorSeesReal ? "realLogits, fakeLogits" : "fakeLogits";
        var measured = string.Concat(model.Penalties.Select(penalty => $", {penalty.Variable}.detach()"));
        var step = $$"""
                private TrainingStep Step(Tensor real, Tensor? givenLatents)
                {
                    using var scope = NewDisposeScope();
                    var rows = {{PlayerUpdates.Rows(model, "1")}};
                    real = {{PlayerUpdates.Packed(model, "real.to(device)")}};
                    var fakes = {{PlayerUpdates.Packed(
                    model,
                    "G.call(givenLatents?.to(device) ?? trainingLatents.Draw(rows))"
                )}};

                {{PlayerUpdates.Indent(PlayerUpdates.Judge(model))}}
                    var discriminatorLoss = Losses.Discriminator(realLogits, fakeLogits);{{added}}
                    var generatorLoss = Losses.Generator({{logits}});

                    // Each loss sends its gradient to its own player's parameters only, before either of them moves.
                    discriminatorOptimizer.zero_grad();
                    generatorOptimizer.zero_grad();
                    autograd.backward([{{objective}}], retain_graph: true, inputs: [.. D.parameters()]);
                    autograd.backward([generatorLoss], inputs: [.. G.parameters()]);
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
