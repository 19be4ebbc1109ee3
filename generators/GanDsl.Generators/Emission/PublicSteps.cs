using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the steps that users call.</summary>
internal static class PublicSteps
{
    /// <summary>The parameters of the private step.</summary>
    public static string Parameters(GanModel model) =>
        model.IsConditional ? "Tensor real, Tensor labels, Tensor? givenLatents" : "Tensor real, Tensor? givenLatents";

    public static string Members(GanModel model, UpdateRule rule)
    {
        var batch = model.Data.Name;
        var (summary, rows) = (rule.Summary, rule.RealRows);
        var (parameter, argument) = model.IsConditional
            ? (", Labels labels", ", realExamples.FitLabels(labels.Tensor)")
            : ("", "");
        var labels = model.IsConditional ? "/// <param name=\"labels\">The class of each row.</param>" : "";
        var beginStep = BeginStep(model);
        return Code.Of(
            $$"""
            /// <summary>
            /// One training step: {{summary}}
            /// </summary>
            /// <param name="real">{{rows}}</param>
            {{labels}}
            public TrainingStep Step({{batch}} real{{parameter}})
            {
                using var scope = NewDisposeScope();
                return Step(realExamples.Fit(real.Tensor){{argument}}, null);
            }

            /// <summary>One training step with given latents wherever the rule would draw fresh ones.</summary>
            /// <param name="real">{{rows}}</param>
            {{labels}}
            /// <param name="latents">m latents.</param>
            public TrainingStep Step({{batch}} real{{parameter}}, Latents latents)
            {
                using var scope = NewDisposeScope();
                return Step(realExamples.Fit(real.Tensor){{argument}}, realExamples.FitLatents(latents.Tensor));
            }

            /// <summary>A training step's turn of this GAN, with all in place that it needs.</summary>
            {{beginStep}}
            """
        );
    }

    private static string BeginStep(GanModel model)
    {
        const string arguments =
            "use, generator, discriminator, generatorOptimizer, discriminatorOptimizer, Settings.Seed, progress.Step, device";
        var schedules = Code.Lines([
            .. Schedule("Generator", model.Generator.LearningRateFactor),
            .. Schedule("Discriminator", model.Discriminator.LearningRateFactor),
        ]);
        return schedules.Length == 0
            ? $"private TrainingTurn BeginStep() =>\n    new({arguments});"
            : Code.Of(
                $$"""
                private TrainingTurn BeginStep()
                {
                    var turn = new TrainingTurn({{arguments}});
                    {{schedules}}
                    return turn;
                }
                """
            );
    }

    private static IEnumerable<string> Schedule(string network, string? factor) =>
        factor is null ? [] : [$"{network}Optimizer.LearningRate = Settings.{network}LearningRate * {factor};"];
}
