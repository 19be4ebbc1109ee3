using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>One step of each player by itself, each by the mean gradient over the parts of a minibatch.</summary>
internal static class AccumulatedUpdates
{
    public static string Members(GanModel model) =>
        Code.Paragraphs(
            GenerateInParts(model),
            UpdateDiscriminator(model),
            TeachDiscriminator(model),
            UpdateGenerator(model),
            TeachGenerator(model)
        );

    /// <summary>The expression for the rows of a part in a tensor of the whole minibatch.</summary>
    public static string Part(string tensor) => $"{tensor}.narrow(0, first, rows)";

    /// <summary>The expression for the fakes of a minibatch, part by part.</summary>
    public static string Fakes(GanModel model, string latents, string labels) =>
        $"GenerateInParts({latents}{(model.Generator.ReadsLabels ? ", " + labels : "")})";

    /// <summary>The labels among the arguments of a part's update.</summary>
    public static string LabelsOfPart(GanModel model) => model.JudgesLabels ? ", " + Part("labels") : "";

    private static string GenerateInParts(GanModel model)
    {
        var parts = CodeText.Of(model.AccumulatedParts);
        var labels = model.Generator.ReadsLabels ? ", Tensor labels" : "";
        var generate = NetworkCalls.Generate(model, Part("latents"), Part("labels"));
        return Code.Of(
            $$"""
            /// <summary>Fakes in {{parts}} parts, each generated when it is asked for.</summary>
            private IEnumerable<Tensor> GenerateInParts(Tensor latents{{labels}})
            {
                var rows = latents.shape[0] / {{parts}};
                for (var first = 0L; first < latents.shape[0]; first += rows)
                {
                    yield return {{generate}};
                }
            }
            """
        );
    }

    private static string UpdateDiscriminator(GanModel model)
    {
        var labels = PlayerUpdates.LabelParameter(model);
        var labelsOfPart = LabelsOfPart(model);
        var number = PenaltyMethods.NumberParameter(model);
        var ofNumber = model.HasLazyPenalty ? ", number" : "";
        var clipGradient = PlayerUpdates.ClipGradient("D", model.Discriminator);
        var observe = PlayerUpdates.Observe(model, "update.RealLogits");
        var clip = PlayerUpdates.Clip(model);
        return Code.Of(
            $$"""
            /// <summary>Moves D one optimiser step down its loss, by the mean gradient over the parts of the minibatch.</summary>
            private DiscriminatorUpdate UpdateDiscriminator(Tensor real, Tensor[] fakes{{labels}}{{number}})
            {
                DiscriminatorOptimizer.ZeroGrad();
                var parts = new List<DiscriminatorUpdate>();
                var rows = real.shape[0] / fakes.Length;
                foreach (var fakesOfPart in fakes)
                {
                    var first = parts.Count * rows;
                    parts.Add(TeachDiscriminator(real.narrow(0, first, rows), fakesOfPart.detach(){{labelsOfPart}}{{ofNumber}}));
                }

                var update = DiscriminatorUpdate.OfParts(parts);
                AccumulatedGradients.Average(D, parts.Count);
                {{clipGradient}}
                DiscriminatorOptimizer.Step();
                {{observe}}
                {{clip}}

                return update;
            }
            """
        );
    }

    private static string TeachDiscriminator(GanModel model)
    {
        var labels = PlayerUpdates.LabelParameter(model);
        var pack = PlayerUpdates.Pack(model);
        var learn = DiscriminatorPass.Learn(model);
        var penalties = PenaltyMethods.Statements(model, "loss", "fakes", "number");
        var number = PenaltyMethods.NumberParameter(model);
        var update = UpdateTypes.OfDiscriminator(model, "loss", PlayerUpdates.Result);
        return Code.Of(
            $$"""
            /// <summary>Adds the gradient of D's loss to D's parameters. <paramref name="fakes"/> carry no graph, so G gets no gradient.</summary>
            private DiscriminatorUpdate TeachDiscriminator(Tensor real, Tensor fakes{{labels}}{{number}})
            {
                using var scope = NewDisposeScope();
                {{pack}}

                {{learn}}

                {{penalties}}

                return {{update}};
            }
            """
        );
    }

    private static string UpdateGenerator(GanModel model)
    {
        var parameters = PlayerUpdates.GeneratorParameters(model);
        var realOfPart = model.LossDefinition.GeneratorSeesReal ? ", " + Part("real") : "";
        var arguments = realOfPart + LabelsOfPart(model);
        var place = arguments.Length == 0 ? "" : "var rows = fakesOfPart.shape[0];\nvar first = parts.Count * rows;";
        var clipGradient = PlayerUpdates.ClipGradient("G", model.Generator);
        return Code.Of(
            $$"""
            /// <summary>
            /// Moves G one optimiser step down its loss, by the mean gradient over the parts of the minibatch. D is frozen: the gradient
            /// passes through it and stays out of it.
            /// </summary>
            private GeneratorUpdate UpdateGenerator(IEnumerable<Tensor> fakes{{parameters}})
            {
                using var frozen = new FrozenParameters(D);
                GeneratorOptimizer.ZeroGrad();
                var parts = new List<GeneratorUpdate>();
                foreach (var fakesOfPart in fakes)
                {
                    {{place}}
                    parts.Add(TeachGenerator(fakesOfPart{{arguments}}));
                }

                AccumulatedGradients.Average(G, parts.Count);
                {{clipGradient}}
                GeneratorOptimizer.Step();

                return GeneratorUpdate.OfParts(parts);
            }
            """
        );
    }

    private static string TeachGenerator(GanModel model)
    {
        var parameters = PlayerUpdates.GeneratorParameters(model);
        var judgeFakes = PlayerUpdates.JudgeFakes(model);
        var objective = DiscriminatorPass.Classified(model, "loss", "classificationLoss");
        var update = UpdateTypes.OfGenerator(model, "loss", PlayerUpdates.Result);
        return Code.Of(
            $$"""
            /// <summary>Adds the gradient of G's loss to G's parameters.</summary>
            private GeneratorUpdate TeachGenerator(Tensor fakes{{parameters}})
            {
                using var scope = NewDisposeScope();

                {{judgeFakes}}
                {{objective}}.backward();

                return {{update}};
            }
            """
        );
    }
}
