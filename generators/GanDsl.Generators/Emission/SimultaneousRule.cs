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
        var sharesPass = !model.Discriminator.CouplesExamples && model.Discriminator.Classifier is null;
        var parameters = PublicSteps.Parameters(model);
        var requireLabels = PlayerUpdates.RequireLabels(model);
        var rows = PlayerUpdates.Rows(model, "1");
        var packedReal = PlayerUpdates.Packed(model, "real.to(device)");
        var labels = model.JudgesLabels || model.Generator.ReadsLabels ? "labels = labels.to(device);" : "";
        var generated = NetworkCalls.Generate(model, "latents", "labels");
        var packedFakes = PlayerUpdates.Packed(model, generated);
        var judge = sharesPass ? JudgeForBoth(model) : PlayerUpdates.Judge(model);
        var discriminatorLoss = PlayerUpdates.ClassifiedLoss(model, "discriminatorLoss");
        var (penalties, objective) = PenaltyMethods.Objective(
            model,
            discriminatorLoss,
            "discriminatorLoss",
            "fakes.detach()"
        );
        var logits = model.LossDefinition.GeneratorSeesReal ? "realLogits, fakeLogits" : "fakeLogits";
        var backward = sharesPass ? BackwardOnce(objective) : BackwardTwice(model, objective);
        var clip = PlayerUpdates.Clip(model);
        var discriminatorUpdate = UpdateTypes.OfDiscriminator(model, "discriminatorLoss", part => $"{part}.detach()");
        var helpers = PlayerUpdates.Helpers(model);
        var types = UpdateTypes.Members(model, moves: false);
        return Code.Of(
            $$"""
            private TrainingStep Step({{parameters}})
            {
                using var turn = BeginStep();
                using var scope = NewDisposeScope();
                {{requireLabels}}
                var rows = {{rows}};
                real = {{packedReal}};
                {{labels}}
                var latents = givenLatents?.to(device) ?? trainingLatents.Draw(rows);
                var fakes = {{packedFakes}};

                {{judge}}
                var discriminatorLoss = Losses.Discriminator(realLogits, fakeLogits);
                {{penalties}}
                var generatorLoss = Losses.Generator({{logits}});

                {{backward}}
                DiscriminatorOptimizer.Step();
                {{clip}}
                GeneratorOptimizer.Step();

                var discriminatorUpdate = {{discriminatorUpdate}};
                var generatorUpdate = new GeneratorUpdate(generatorLoss.detach(), fakeLogits.detach());
                return Measure(discriminatorUpdate, generatorUpdate);
            }

            {{helpers}}

            {{types}}
            """
        );
    }

    private static string JudgeForBoth(GanModel model)
    {
        var judgements = NetworkCalls.Judge(model, "cat([real, judged], 0)", "cat([labels, labels], 0)");
        var split = PlayerUpdates.SplitLogits;
        return Code.Of(
            $$"""
            // No layer of D couples the examples of a minibatch, so real and fake go through it together, and one pass back through
            // D serves both players: at a fake, the gradients of the two losses differ only by a factor. The graphs are cut at the
            // fakes and at the logits, where that factor comes in.
            var m = real.shape[0];
            var judged = fakes.detach().requires_grad_();
            var judgements = {{judgements}};
            var logits = judgements.detach().requires_grad_();
            {{split}}
            """
        );
    }

    private static string BackwardOnce(string objective) =>
        Code.Of(
            $$"""
            DiscriminatorOptimizer.ZeroGrad();
            GeneratorOptimizer.ZeroGrad();
            {{objective}}.backward();
            var gradientOfFakes = SharedBackward.ThroughDiscriminator(judgements, logits, judged, generatorLoss);
            autograd.backward([fakes], [gradientOfFakes]);
            """
        );

    private static string BackwardTwice(GanModel model, string objective)
    {
        var generatorObjective = PlayerUpdates.ClassifiedLoss(model, "generatorLoss");
        return Code.Of(
            $$"""
            // Each loss sends its gradient to its own player's parameters only, before either of them moves.
            DiscriminatorOptimizer.ZeroGrad();
            GeneratorOptimizer.ZeroGrad();
            Tensor[] learnedByD = [.. D.parameters().Where(parameter => parameter.requires_grad)];
            Tensor[] learnedByG = [.. G.parameters().Where(parameter => parameter.requires_grad)];
            autograd.backward([{{objective}}], retain_graph: true, inputs: learnedByD);
            autograd.backward([{{generatorObjective}}], inputs: learnedByG);
            """
        );
    }
}
