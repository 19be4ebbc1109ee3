using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Both losses from one batch at the same parameters, then both steps.</summary>
internal sealed class SimultaneousRule : UpdateRule
{
    public override GanUpdate Update => GanUpdate.Simultaneous;

    public override string Summary => "both losses from one batch at the same parameters, then both optimiser steps.";

    public override string RealRows => "m rows.";

    public override string DiscriminatorSchedule(GanModel model) => "1";

    public override string Members(GanModel model) =>
        Code.Paragraphs(
            model.AccumulatesGradients ? AccumulatedStep(model) : Step(model),
            model.AccumulatesGradients ? TeachBoth(model) : "",
            LearningMembers(model),
            PlayerUpdates.Helpers(model),
            UpdateTypes.Members(model, moves: false)
        );

    private static string Step(GanModel model)
    {
        var step = RecordableStep.Members(model, "1");
        var parameters = RecordableStep.Parameters(model);
        var packReal = model.Packing == 1 ? "" : "real = Pack(real);";
        var packedFakes = PlayerUpdates.Packed(model, NetworkCalls.Generate(model, "latents", "labels"));
        var learn = Learn(model);
        var penalties = PenaltyMethods.Statements(
            model,
            "discriminatorLoss",
            "fakes.detach()",
            "progress.DiscriminatorUpdates"
        );
        var move = Move(model, PlayerUpdates.Observe(model));
        var discriminatorUpdate = UpdateTypes.OfDiscriminator(model, "discriminatorLoss", part => $"{part}.detach()");
        var generatorUpdate = UpdateTypes.OfGenerator(model, "generatorLoss", part => $"{part}.detach()");
        return Code.Of(
            $$"""
            {{step}}
            private Tensor ComputeStep({{parameters}}, int m)
            {
                using var scope = NewDisposeScope();
                {{packReal}}
                var latents = givenLatents ?? trainingLatents.Draw(m);
                var fakes = {{packedFakes}};
                DiscriminatorOptimizer.ZeroGrad();
                GeneratorOptimizer.ZeroGrad();

                {{learn}}

                {{penalties}}

                {{move}}

                var discriminatorUpdate = {{discriminatorUpdate}};
                var generatorUpdate = {{generatorUpdate}};
                return Measure(discriminatorUpdate, generatorUpdate).MoveToOuterDisposeScope();
            }
            """
        );
    }

    /// <summary>The step by the mean gradients over the parts of the minibatch.</summary>
    private static string AccumulatedStep(GanModel model)
    {
        var step = RecordableStep.Members(model, "1");
        var parameters = RecordableStep.Parameters(model);
        var parts = CodeText.Of(model.AccumulatedParts);
        var labelsOfPart = model.ReadsLabels ? ", " + AccumulatedUpdates.Part("labels") : "";
        var move = Move(model, PlayerUpdates.Observe(model, "discriminatorUpdate.RealLogits"));
        return Code.Of(
            $$"""
            {{step}}
            private Tensor ComputeStep({{parameters}}, int m)
            {
                using var scope = NewDisposeScope();
                var latents = givenLatents ?? trainingLatents.Draw(m);
                DiscriminatorOptimizer.ZeroGrad();
                GeneratorOptimizer.ZeroGrad();

                var discriminatorParts = new List<DiscriminatorUpdate>();
                var generatorParts = new List<GeneratorUpdate>();
                var rows = m / {{parts}};
                for (var first = 0; first < m; first += rows)
                {
                    var (ofDiscriminator, ofGenerator) = TeachBoth(real.narrow(0, first, rows), latents.narrow(0, first, rows){{labelsOfPart}});
                    discriminatorParts.Add(ofDiscriminator);
                    generatorParts.Add(ofGenerator);
                }

                var discriminatorUpdate = DiscriminatorUpdate.OfParts(discriminatorParts);
                var generatorUpdate = GeneratorUpdate.OfParts(generatorParts);
                AccumulatedGradients.Average(D, {{parts}});
                AccumulatedGradients.Average(G, {{parts}});

                {{move}}

                return Measure(discriminatorUpdate, generatorUpdate).MoveToOuterDisposeScope();
            }
            """
        );
    }

    private static string TeachBoth(GanModel model)
    {
        var labels = model.ReadsLabels ? ", Tensor labels" : "";
        var packReal = model.Packing == 1 ? "" : "real = Pack(real);";
        var packedFakes = PlayerUpdates.Packed(model, NetworkCalls.Generate(model, "latents", "labels"));
        var learn = Learn(model);
        var penalties = PenaltyMethods.Statements(
            model,
            "discriminatorLoss",
            "fakes.detach()",
            "progress.DiscriminatorUpdates"
        );
        var update = UpdateTypes.OfDiscriminator(model, "discriminatorLoss", PlayerUpdates.Result);
        var generatorUpdate = UpdateTypes.OfGenerator(model, "generatorLoss", PlayerUpdates.Result);
        return Code.Of(
            $$"""
            /// <summary>Adds the gradient of each player's loss to its own parameters.</summary>
            private (DiscriminatorUpdate OfDiscriminator, GeneratorUpdate OfGenerator) TeachBoth(Tensor real, Tensor latents{{labels}})
            {
                using var scope = NewDisposeScope();
                {{packReal}}
                var fakes = {{packedFakes}};

                {{learn}}

                {{penalties}}

                var discriminatorUpdate = {{update}};
                var generatorUpdate = {{generatorUpdate}};
                return (discriminatorUpdate, generatorUpdate);
            }
            """
        );
    }

    /// <summary>The statements that move both players by the gradients that are there.</summary>
    private static string Move(GanModel model, string observe)
    {
        var clipGradientOfD = PlayerUpdates.ClipGradient("D", model.Discriminator);
        var clipGradientOfG = PlayerUpdates.ClipGradient("G", model.Generator);
        var clip = PlayerUpdates.Clip(model);
        return Code.Of(
            $$"""
            {{clipGradientOfD}}
            DiscriminatorOptimizer.Step();
            {{observe}}
            {{clip}}
            {{clipGradientOfG}}
            GeneratorOptimizer.Step();
            """
        );
    }

    /// <summary>The statements that set both losses and their logits, and add their gradients to each player's parameters.</summary>
    private static string Learn(GanModel model) =>
        model.Discriminator.CouplesExamples || model.Discriminator.Classifier is not null ? LearnFromTwoPasses(model)
        : DiscriminatorPass.DependsOnDevice(model)
            ? DiscriminatorPass.LearnByDevice(
                "discriminatorLoss, generatorLoss, realLogits, fakeLogits",
                DiscriminatorPass.Arguments(model)
            )
        : DiscriminatorPass.CanLearnInTurn(model) ? LearnInTurn(model)
        : LearnTogether(model);

    /// <summary>Both methods where the device decides between them, else empty.</summary>
    private static string LearningMembers(GanModel model)
    {
        if (!DiscriminatorPass.DependsOnDevice(model))
        {
            return "";
        }

        const string answer = "return (discriminatorLoss, generatorLoss, realLogits, fakeLogits);";
        return DiscriminatorPass.BothWays(
            model,
            "Adds the gradient of each player's loss to its own parameters",
            "(Tensor DiscriminatorLoss, Tensor GeneratorLoss, Tensor RealLogits, Tensor FakeLogits)",
            Code.Paragraphs(LearnTogether(model), answer),
            Code.Paragraphs(LearnInTurn(model), answer)
        );
    }

    private static string LearnTogether(GanModel model)
    {
        var judgements = NetworkCalls.Judge(model, "cat([real, judged], 0)", "cat([labels, labels], 0)");
        var split = DiscriminatorPass.SplitLogits;
        var discriminatorLoss = DiscriminatorPass.LossOfBoth(model);
        var generatorLoss = GeneratorLoss(model);
        return Code.Of(
            $$"""
            // No layer of D couples the examples of a minibatch, so real and fake go through it together, and one pass back through
            // D serves both players: at a fake, the gradients of the two losses differ only by a factor. The graphs are cut at the
            // fakes and at the logits, where that factor comes in.
            var judged = fakes.detach().requires_grad_();
            var judgements = {{judgements}};
            var logits = judgements.detach().requires_grad_();
            {{split}}
            var discriminatorLoss = {{discriminatorLoss}};
            var generatorLoss = {{generatorLoss}};

            discriminatorLoss.backward();
            var gradientOfFakes = SharedBackward.ThroughDiscriminator(judgements, logits, judged, generatorLoss);
            autograd.backward([fakes], [gradientOfFakes]);
            """
        );
    }

    private static string LearnInTurn(GanModel model)
    {
        var reason = DiscriminatorPass.ReasonToLearnInTurn;
        var judgeReal = NetworkCalls.Judge(model, "real", "labels");
        var judgements = NetworkCalls.Judge(model, "judged", "labels");
        return Code.Of(
            $$"""
            {{reason}}
            var realLogits = {{judgeReal}};
            var realLoss = Losses.DiscriminatorOnReal(realLogits);
            realLoss.backward();

            // No layer of D couples the examples of a minibatch, so one pass back through D serves both players: at a fake, the
            // gradients of the two losses differ only by a factor. The graphs are cut at the fakes and at the logits, where that
            // factor comes in.
            var judged = fakes.detach().requires_grad_();
            var judgements = {{judgements}};
            var fakeLogits = judgements.detach().requires_grad_();
            var fakeLoss = Losses.DiscriminatorOnFake(fakeLogits);
            var generatorLoss = Losses.Generator(fakeLogits);

            fakeLoss.backward();
            var gradientOfFakes = SharedBackward.ThroughDiscriminator(judgements, fakeLogits, judged, generatorLoss);
            autograd.backward([fakes], [gradientOfFakes]);

            var discriminatorLoss = realLoss.Plus(fakeLoss);
            """
        );
    }

    private static string LearnFromTwoPasses(GanModel model)
    {
        var judge = DiscriminatorPass.Judge(model);
        var generatorLoss = GeneratorLoss(model);
        var objective = DiscriminatorPass.Classified(model, "discriminatorLoss", "classificationLoss");
        var generatorObjective = DiscriminatorPass.Classified(model, "generatorLoss", "classificationLoss");
        return Code.Of(
            $$"""
            {{judge}}
            var discriminatorLoss = Losses.Discriminator(realLogits, fakeLogits);
            var generatorLoss = {{generatorLoss}};

            // Each loss sends its gradient to its own player's parameters only, before either of them moves.
            Tensor[] learnedByD = [.. D.parameters().Where(parameter => parameter.requires_grad)];
            Tensor[] learnedByG = [.. G.parameters().Where(parameter => parameter.requires_grad)];
            autograd.backward([{{objective}}], retain_graph: true, inputs: learnedByD);
            autograd.backward([{{generatorObjective}}], inputs: learnedByG);
            """
        );
    }

    private static string GeneratorLoss(GanModel model) =>
        model.LossDefinition.GeneratorSeesReal
            ? "Losses.Generator(realLogits, fakeLogits)"
            : "Losses.Generator(fakeLogits)";
}
