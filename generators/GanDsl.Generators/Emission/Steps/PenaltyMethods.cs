using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>The penalties of D's loss: a method for each, and the statements that add them.</summary>
internal static class PenaltyMethods
{
    /// <summary>The members; empty where nothing is penalised.</summary>
    public static string Members(GanModel model) =>
        string.Join("\n\n", model.Penalties.Select(penalty => Method(model, penalty)));

    /// <summary>The statements after the loss of D that compute the penalties and add their gradients to D's parameters; empty where there are none.</summary>
    /// <param name="model">The GAN.</param>
    /// <param name="template">A scalar variable, for a penalty that is not computed.</param>
    /// <param name="fakes">The expression for the generated examples, without graph.</param>
    /// <param name="number">The expression for the updates of D before this one.</param>
    public static string Statements(GanModel model, string template, string fakes, string number) =>
        Code.Paragraphs([
            .. model.Penalties.Select(penalty =>
                penalty.IsLazy ? Lazy(model, penalty, template, fakes, number) : EveryStep(model, penalty, fakes)
            ),
        ]);

    /// <summary>The parameter of an update of D for the updates before it, which lazy penalties depend on; empty where there are none.</summary>
    public static string NumberParameter(GanModel model) => model.HasLazyPenalty ? ", long number" : "";

    /// <summary>The argument for it, of update <c>i</c> of a step.</summary>
    public static string NumberArgument(GanModel model) =>
        model.HasLazyPenalty ? ", progress.DiscriminatorUpdates + i" : "";

    /// <summary>The statements that set <c>discriminatorUpdate</c> to update <c>i</c> of a step, with what the record shows of lazy penalties.</summary>
    /// <param name="model">The GAN.</param>
    /// <param name="update">The expression that makes the update.</param>
    public static string UpdateOfStep(GanModel model, string update)
    {
        if (!model.HasLazyPenalty)
        {
            return $"discriminatorUpdate = {update};";
        }

        const string reason =
            "// The record shows the last time in this step that a lazy penalty was computed, which another update may follow.\n";
        var keep = model.Penalties.Where(penalty => penalty.IsLazy).Select(KeepOfStep);
        return Code.Paragraphs([$"var update = {update};", reason + Code.Lines(keep), "discriminatorUpdate = update;"]);
    }

    private static string KeepOfStep(PenaltyModel penalty) =>
        Code.Of(
            $$"""
            if (i > 0 && (progress.DiscriminatorUpdates + i) % {{CodeText.Of(penalty.Every)}} != 0)
            {
                update = update with { {{penalty.Name}} = discriminatorUpdate.{{penalty.Name}}.alias() };
            }
            """
        );

    private static string EveryStep(GanModel model, PenaltyModel penalty, string fakes)
    {
        var variable = penalty.Variable;
        var call = Call(model, penalty, fakes);
        return Code.Of(
            $$"""
            var {{variable}} = {{call}};
            {{variable}}.backward();
            """
        );
    }

    private static string Lazy(GanModel model, PenaltyModel penalty, string template, string fakes, string number)
    {
        var every = CodeText.Of(penalty.Every);
        var variable = penalty.Variable;
        var call = Call(model, penalty, fakes);
        return Code.Of(
            $$"""
            // Lazy regularisation (Karras et al. 2020): once in {{every}} discriminator steps, {{every}} times as strong.
            var {{variable}} = zeros_like({{template}}).Fill_(float.NaN);
            if ({{number}} % {{every}} == 0)
            {
                {{variable}} = {{call}};
                {{variable}}.Times({{every}}).backward();
            }
            """
        );
    }

    private static string Call(GanModel model, PenaltyModel penalty, string fakes) =>
        $"{penalty.Name}({string.Join(", ", Arguments(model, penalty, "real", fakes, "labels"))})";

    private static IEnumerable<string> Arguments(
        GanModel model,
        PenaltyModel penalty,
        string real,
        string fakes,
        string labels
    )
    {
        if (penalty.UsesReal)
        {
            yield return real;
        }

        if (penalty.UsesFakes)
        {
            yield return fakes;
        }

        if (model.Discriminator.ReadsLabels)
        {
            yield return labels;
        }
    }

    private static string Method(GanModel model, PenaltyModel penalty)
    {
        var parameters = string.Join(", ", Arguments(model, penalty, "Tensor real", "Tensor fakes", "Tensor labels"));
        var discriminator =
            model.Discriminator.ReadsLabels || model.Augmentation is not null
                ? $"x => {NetworkCalls.Judge(model, "x", "labels")}"
                : "D.call";
        var values = CodeText.Of(model.Discriminator.Input.ElementCount);
        var summary = string.Join("\n/// ", penalty.Summary);
        var points = Code.Lines(penalty.Points);
        var place = penalty.Place;
        var expression = penalty.Expression;
        var name = penalty.Name;
        return Code.Of(
            $$"""
            /// <summary>
            /// {{summary}}
            /// </summary>
            private Tensor {{name}}({{parameters}})
            {
                using var scope = NewDisposeScope();

                {{points}}
                var gradients = InputGradients.Of({{discriminator}}, {{place}}); // [N, {{values}}]

                return {{expression}}.MoveToOuterDisposeScope();
            }
            """
        );
    }
}
