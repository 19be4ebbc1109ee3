using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Both losses from one batch at the same parameters, then both steps.</summary>
internal sealed class SimultaneousRule : UpdateRule
{
    public override GanUpdate Update => GanUpdate.Simultaneous;

    public override string Summary => "both losses from one batch at the same parameters, then both optimiser steps.";

    public override string RealRows => "m rows.";

    public override string RowsPerStep => "Settings.BatchSize";

    public override string Members(GanModel model) =>
        $$"""
            private TrainingStep Step(Tensor real, Tensor? givenLatents)
            {
                using var scope = NewDisposeScope();
                var rows = {{PlayerUpdates.Rows(model, "1")}};
                real = real.to(device);
                var fakes = G.call(givenLatents?.to(device) ?? trainingLatents.Draw(rows));

            {{PlayerUpdates.Indent(PlayerUpdates.Judge(model))}}
                var discriminatorLoss = Losses.Discriminator(realLogits, fakeLogits);
                var generatorLoss = Losses.Generator(fakeLogits);

                // Each loss sends its gradient to its own player's parameters only, before either of them moves.
                discriminatorOptimizer.zero_grad();
                generatorOptimizer.zero_grad();
                autograd.backward([discriminatorLoss], retain_graph: true, inputs: [.. D.parameters()]);
                autograd.backward([generatorLoss], inputs: [.. G.parameters()]);
                discriminatorOptimizer.step();
                generatorOptimizer.step();

                return Measure(
                    (discriminatorLoss.detach(), realLogits.detach(), fakeLogits.detach()),
                    (generatorLoss.detach(), fakeLogits.detach()));
            }
            """;
}
