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
        var sharesPass = !model.Discriminator.CouplesExamples && model.Discriminator.Classifier is null;
        var judge = sharesPass ? string.Join("\n", JudgeForBoth(model)) : PlayerUpdates.Judge(model);
        var backward = string.Join("\n", sharesPass ? BackwardOnce(objective) : BackwardTwice(model, objective));
        var step = $$"""
            private TrainingStep Step({{PublicSteps.Parameters(model)}})
            {
                using var turn = BeginStep();
                using var scope = NewDisposeScope();{{PlayerUpdates.RequireLabels(model)}}
                var rows = {{PlayerUpdates.Rows(model, "1")}};
                real = {{PlayerUpdates.Packed(model, "real.to(device)")}};
            {{labels}}    var fakes = {{PlayerUpdates.Packed(model, fakes)}};

            {{PlayerUpdates.Indent(judge)}}
                var discriminatorLoss = Losses.Discriminator(realLogits, fakeLogits);{{added}}
                var generatorLoss = Losses.Generator({{logits}});

            {{PlayerUpdates.Indent(backward)}}
                DiscriminatorOptimizer.Step();{{PlayerUpdates.Clip(model)}}
                GeneratorOptimizer.Step();

                return Measure(
                    (discriminatorLoss.detach(), realLogits.detach(), fakeLogits.detach(){{measured}}),
                    (generatorLoss.detach(), fakeLogits.detach()));
            }
            """;
        return step + PlayerUpdates.Helpers(model);
    }

    private static IEnumerable<string> JudgeForBoth(GanModel model) =>
        [
            "// No layer of D couples the examples of a minibatch, so real and fake go through it together, and one pass back through",
            "// D serves both players: at a fake, the gradients of the two losses differ only by a factor. The graphs are cut at the",
            "// fakes and at the logits, where that factor comes in.",
            "var m = real.shape[0];",
            "var judged = fakes.detach().requires_grad_();",
            $"var judgements = {NetworkCalls.Judge(model, "cat([real, judged], 0)", "cat([labels, labels], 0)")};",
            "var logits = judgements.detach().requires_grad_();",
            .. PlayerUpdates.SplitLogits,
        ];

    private static IEnumerable<string> BackwardOnce(string objective) =>
        [
            "DiscriminatorOptimizer.ZeroGrad();",
            "GeneratorOptimizer.ZeroGrad();",
            $"autograd.backward([{objective}]);",
            "var gradientOfFakes = SharedBackward.ThroughDiscriminator(judgements, logits, judged, generatorLoss);",
            "autograd.backward([fakes], [gradientOfFakes]);",
        ];

    private static IEnumerable<string> BackwardTwice(GanModel model, string objective) =>
        [
            "// Each loss sends its gradient to its own player's parameters only, before either of them moves.",
            "DiscriminatorOptimizer.ZeroGrad();",
            "GeneratorOptimizer.ZeroGrad();",
            $"autograd.backward([{objective}], retain_graph: true, inputs: [.. D.parameters().Where(parameter => parameter.requires_grad)]);",
            $"autograd.backward([{PlayerUpdates.ClassifiedLoss(model, "generatorLoss")}], inputs: [.. G.parameters().Where(parameter => parameter.requires_grad)]);",
        ];
}
