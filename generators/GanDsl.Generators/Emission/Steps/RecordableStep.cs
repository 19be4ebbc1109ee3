using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>
/// The training step around its work on the device: what the host does at each step, so that a recording can take the place of the rest.
/// </summary>
internal static class RecordableStep
{
    /// <summary>The parameters of the work.</summary>
    public static string Parameters(GanModel model) =>
        model.ReadsLabels ? "Tensor real, Tensor labels, Tensor? givenLatents" : "Tensor real, Tensor? givenLatents";

    /// <summary>The step, and the documentation of its work, which follows.</summary>
    /// <param name="model">The GAN.</param>
    /// <param name="discriminatorSteps">The expression for k.</param>
    public static string Members(GanModel model, string discriminatorSteps)
    {
        var parameters = PublicSteps.Parameters(model);
        var hasSeveral = model.Update != GanUpdate.Simultaneous;
        var requireLabels = model.IsConditional ? "StepRows.RequireLabels(real, labels);" : "";
        var k = hasSeveral && model.DiscriminatorSchedule is null ? "var k = Settings.DiscriminatorSteps;" : "";
        var rows = Rows(model, discriminatorSteps);
        var labels = model.ReadsLabels ? "labels" : "labels: null";
        var ofInputs = model.ReadsLabels ? "step.Real, step.Labels!, step.Latents" : "step.Real, step.Latents";
        var ofRule = hasSeveral ? ", k, m" : ", m";
        var due = DuePenalties(model, discriminatorSteps);
        var compute = $"step => ComputeStep({ofInputs}{ofRule}){due}";
        var count = model.HasLazyPenalty ? $"progress.CountDiscriminatorUpdates({discriminatorSteps});" : "";
        var countClasses = model.CountsClasses ? "classCounts.Add(labels);" : "";
        var average = model.Average is null ? "" : "averagedWeights.Update(progress.Step);";
        return Code.Of(
            $$"""
            private TrainingStep Step({{parameters}})
            {
                using var turn = BeginStep();
                using var scope = NewDisposeScope();
                {{requireLabels}}
                {{k}}
                var m = {{rows}};

                var inputs = new StepInputs(real, {{labels}}, givenLatents);
                var numbers = graph.Take(inputs, {{discriminatorSteps}}, {{compute}});
                {{count}}
                {{countClasses}}
                {{average}}
                return new TrainingStep(log.Add(progress, numbers));
            }

            /// <summary>What the device does in a step. On a GPU it may be recorded once and replayed (<see cref="GanCudaGraph"/>).</summary>
            """
        );
    }

    /// <summary>The expression for m, the rows of one minibatch in <c>real</c>.</summary>
    private static string Rows(GanModel model, string discriminatorSteps) =>
        new CallText("StepRows.PerMinibatch")
            .Add("real")
            .Add(discriminatorSteps)
            .Add("givenLatents")
            .AddUnless(1, "least", model.LeastRowsOfNormalization)
            .AddUnless(1, "packing", model.Packing)
            .AddUnless(1, "parts", model.AccumulatedParts)
            .ToString();

    /// <summary>The argument for the lazy penalties of the step, by which recordings are told apart; empty where there are none.</summary>
    private static string DuePenalties(GanModel model, string discriminatorSteps)
    {
        var every = model
            .Penalties.Where(penalty => penalty.IsLazy)
            .Select(penalty => CodeText.Of(penalty.Every))
            .ToList();
        return every.Count == 0 ? "" : $", progress.DuePenalties({discriminatorSteps}, {string.Join(", ", every)})";
    }
}
