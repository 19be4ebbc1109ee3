using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the steps that users call.</summary>
internal static class PublicSteps
{
    /// <summary>The parameters of the private step.</summary>
    public static string Parameters(GanModel model) =>
        (model.IsConditional ? "Tensor real, Tensor labels, Tensor? givenLatents" : "Tensor real, Tensor? givenLatents")
        + (model.DiscriminatorSchedule is null ? "" : ", int k");

    /// <summary>The expression for k of each training step, of an update rule that has several discriminator steps.</summary>
    public static string DiscriminatorSchedule(GanModel model) =>
        model.DiscriminatorSchedule is null ? "Settings.DiscriminatorSteps" : "DiscriminatorSchedule";

    /// <summary>The last argument of the private step: k of the next one, where that changes over time.</summary>
    public static string NextDiscriminatorSteps(GanModel model) =>
        model.DiscriminatorSchedule is null ? "" : ", DiscriminatorSchedule.At(progress.Step)";

    public static string Members(GanModel model, UpdateRule rule)
    {
        var batch = model.Data.Name;
        var (summary, rows) = (rule.Summary.Replace("\n", "\n/// "), rule.RealRows);
        var (parameter, argument) = model.IsConditional
            ? (", Labels labels", ", realData.AdaptLabels(labels.Tensor)")
            : ("", "");
        var labels = model.IsConditional ? "/// <param name=\"labels\">The class of each row.</param>" : "";
        var beginStep = BeginStep(model);
        var k = NextDiscriminatorSteps(model);
        var schedule = model.DiscriminatorSchedule is { } declared ? DiscriminatorScheduleProperty(declared) : "";
        var steps = Code.Of(
            $$"""
            /// <summary>
            /// One training step: {{summary}}
            /// </summary>
            /// <param name="real">{{rows}}</param>
            {{labels}}
            /// <exception cref="ArgumentException">The rows have another shape, or cannot be divided so.</exception>
            /// <exception cref="GanException">A value is not finite or out of the declared range.</exception>
            public TrainingStep Step({{batch}} real{{parameter}})
            {
                using var scope = NewDisposeScope();
                return Step(realData.Adapt(real.Tensor){{argument}}, givenLatents: null{{k}});
            }

            /// <summary>One training step with given latents wherever the rule would draw fresh ones.</summary>
            /// <param name="real">{{rows}}</param>
            {{labels}}
            /// <param name="latents">m latents.</param>
            /// <exception cref="ArgumentException">The rows have another shape, cannot be divided so, or the latents are not m.</exception>
            /// <exception cref="GanException">A value is not finite or out of the declared range.</exception>
            public TrainingStep Step({{batch}} real{{parameter}}, Latents latents)
            {
                using var scope = NewDisposeScope();
                return Step(realData.Adapt(real.Tensor){{argument}}, realData.AdaptLatents(latents.Tensor){{k}});
            }

            /// <summary>A training step's turn of this GAN, with all in place that it needs.</summary>
            {{beginStep}}
            """
        );
        return Code.Paragraphs(schedule, steps);
    }

    private static string DiscriminatorScheduleProperty(DiscriminatorScheduleModel schedule)
    {
        var steps = CodeText.Of(schedule.DiscriminatorSteps);
        var first = CodeText.Of(schedule.First);
        var every = schedule.Every == 0 ? "" : $", Every = {CodeText.Of(schedule.Every)}";
        return Code.Of(
            $$"""
            /// <summary>k of each training step: {{steps}} in {{schedule.Text}}, else that of the options.</summary>
            public DiscriminatorSchedule DiscriminatorSchedule =>
                new(Settings.DiscriminatorSteps) { Other = {{steps}}, First = {{first}}{{every}} };
            """
        );
    }

    private static string BeginStep(GanModel model)
    {
        const string arguments =
            "use, generator, discriminator, generatorOptimizer, discriminatorOptimizer, Settings.Seed, progress.Step, device";
        var schedules = Code.Lines([
            .. LearningRate("Generator", model.Generator.LearningRateFactor),
            .. LearningRate("Discriminator", model.Discriminator.LearningRateFactor),
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

    private static IEnumerable<string> LearningRate(string network, string? factor) =>
        factor is null ? [] : [$"{network}Optimizer.LearningRate = Settings.{network}LearningRate * {factor};"];
}
