using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>The penalties of D's loss: a method for each, and the statements that add them.</summary>
internal static class PenaltyMethods
{
    /// <summary>The members; empty where nothing is penalised.</summary>
    public static string Members(GanModel model) =>
        string.Join("\n\n", model.Penalties.Select(penalty => Method(model, penalty)));

    /// <summary>The statements after the loss of D that compute the penalties, and the expression for what D minimises.</summary>
    /// <param name="model">The GAN.</param>
    /// <param name="loss">The expression for the loss without penalties.</param>
    /// <param name="template">A scalar variable, for a penalty that is not computed.</param>
    /// <param name="fakes">The expression for the generated examples, without graph.</param>
    public static (IReadOnlyList<string> Statements, string Objective) Objective(
        GanModel model,
        string loss,
        string template,
        string fakes
    )
    {
        var statements = model
            .Penalties.Where(penalty => !penalty.IsLazy)
            .Select(penalty => $"var {penalty.Variable} = {Call(model, penalty, fakes)};")
            .ToList();
        var added = model.Penalties.Where(penalty => !penalty.IsLazy).Select(penalty => $".Plus({penalty.Variable})");
        var sum = loss + string.Concat(added);
        if (!model.HasLazyPenalty)
        {
            return (statements, sum);
        }

        statements.Add($"var objective = {sum};");
        foreach (var penalty in model.Penalties.Where(penalty => penalty.IsLazy))
        {
            var every = CodeText.Of(penalty.Every);
            statements.AddRange([
                "",
                $"// Lazy regularisation (Karras et al. 2020): once in {every} discriminator steps, {every} times as strong.",
                $"var {penalty.Variable} = zeros_like({template}).Fill_(float.NaN);",
                $"if (discriminatorUpdates % {every} == 0)",
                "{",
                $"    {penalty.Variable} = {Call(model, penalty, fakes)};",
                $"    objective = objective.Plus({penalty.Variable}.Times({every}));",
                "}",
            ]);
        }

        statements.AddRange(["", "discriminatorUpdates++;"]);
        return (statements, "objective");
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
        var discriminator = model.Discriminator.ReadsLabels ? "x => D.call(x, labels)" : "D.call";
        var values = CodeText.Of(model.Discriminator.Input.ElementCount);
        var summary = string.Join("\n/// ", penalty.Summary);
        var points = string.Concat(penalty.Points.Select(statement => "    " + statement + "\n"));
        return $$"""
            /// <summary>
            /// {{summary}}
            /// </summary>
            private Tensor {{penalty.Name}}({{parameters}})
            {
                using var scope = NewDisposeScope();

            {{points}}    var gradients = InputGradients.Of({{discriminator}}, {{penalty.Place}}); // [N, {{values}}]

                return {{penalty.Expression}}.MoveToOuterDisposeScope();
            }
            """;
    }
}
