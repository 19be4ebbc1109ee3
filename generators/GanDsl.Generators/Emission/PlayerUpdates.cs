using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>The pieces of a training step that update rules share.</summary>
internal static class PlayerUpdates
{
    /// <summary>The type of what an update of D answers.</summary>
    public static string DiscriminatorUpdateType(GanModel model) =>
        "("
        + string.Join(
            ", ",
            model
                .Penalties.Select(penalty => penalty.Name)
                .Select(name => "Tensor " + name)
                .Prepend("Tensor FakeLogits")
                .Prepend("Tensor RealLogits")
                .Prepend("Tensor Loss")
        )
        + ")";

    /// <summary>The expression for m, the rows of one minibatch in <c>real</c>.</summary>
    public static string Rows(GanModel model, string discriminatorSteps) =>
        new CallText("StepRows.PerMinibatch")
            .Add("real")
            .Add(discriminatorSteps)
            .Add("givenLatents")
            .AddUnless(1, "least", model.LeastRowsOfNormalization)
            .AddUnless(1, "packing", model.Packing)
            .ToString();

    /// <summary>The generated examples as D takes them.</summary>
    public static string Packed(GanModel model, string examples) => model.Packing == 1 ? examples : $"Pack({examples})";

    /// <summary>The statements that set <c>realLogits</c> and <c>fakeLogits</c>: one pass through D where its layers allow it.</summary>
    public static string Judge(GanModel model) =>
        model.Discriminator.CouplesExamples
            ? """
                // A layer of D couples the examples of a minibatch, so real and fake go through it one after the other.
                var realLogits = D.call(real);
                var fakeLogits = D.call(fakes);
                """
            : """
                // No layer of D couples the examples of a minibatch, so real and fake go through it together.
                var m = real.shape[0];
                var logits = D.call(cat([real, fakes], 0));
                var realLogits = logits.narrow(0, 0, m);
                var fakeLogits = logits.narrow(0, m, m);
                """;

    /// <summary>The argument of G's update for the last real minibatch, where its loss compares with real examples.</summary>
    public static string LastReal(GanModel model) =>
        model.LossDefinition.GeneratorSeesReal ? ", real.narrow(0, (k - 1) * m, m).to(device)" : "";

    /// <summary>The statement after a step of D that clips its parameters; empty where they are not clipped.</summary>
    public static string Clip(GanModel model) =>
        model.ClippingBound is { } bound ? $"\n    WeightClip.Apply(D, {CodeText.Of(bound)});" : "";

    /// <summary>One step of each player by itself.</summary>
    public static string Alternating(GanModel model) =>
        UpdateDiscriminator(model) + "\n\n" + UpdateGenerator(model) + Helpers(model);

    /// <summary>What the updates call: penalties and packing; empty where there are none.</summary>
    public static string Helpers(GanModel model) =>
        (model.Penalties.Count == 0 ? "" : "\n\n" + PenaltyMethods.Members(model))
        + (model.Packing == 1 ? "" : "\n\n" + PackMethod(model));

    public static string Indent(string lines) =>
        string.Join("\n", lines.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));

    private static string UpdateDiscriminator(GanModel model)
    {
        var (penalties, objective) = PenaltyMethods.Objective(model, "loss", "loss", "fakes");
        var pack = model.Packing == 1 ? "" : "\n    (real, fakes) = (Pack(real), Pack(fakes));\n";
        var added = string.Concat(penalties.Select(line => "\n" + Indent(line)));
        return $$"""
            /// <summary>Moves D one optimiser step down its loss. <paramref name="fakes"/> carry no graph, so G gets no gradient.</summary>
            private {{DiscriminatorUpdateType(model)}} UpdateDiscriminator(Tensor real, Tensor fakes)
            {
                using var scope = NewDisposeScope();
            {{pack}}
            {{Indent(Judge(model))}}
                var loss = Losses.Discriminator(realLogits, fakeLogits);{{added}}

                discriminatorOptimizer.zero_grad();
                autograd.backward([{{objective}}]);
                discriminatorOptimizer.step();{{Clip(model)}}
                return {{DiscriminatorUpdate(model)}};
            }
            """;
    }

    private static string DiscriminatorUpdate(GanModel model)
    {
        var parts = model
            .Penalties.Select(penalty => penalty.Variable)
            .Prepend("fakeLogits")
            .Prepend("realLogits")
            .Prepend("loss")
            .Select(part => part + ".detach()")
            .ToList();
        return parts.Count == 3
            ? $"scope.MoveToOuter({string.Join(", ", parts)})"
            : $"({string.Join(", ", parts.Select(part => "\n        " + part + ".MoveToOuterDisposeScope()"))})".Replace(
                ", \n",
                ",\n"
            );
    }

    private static string UpdateGenerator(GanModel model)
    {
        var loss = model.LossDefinition;
        var real = loss.GeneratorSeesReal ? ", Tensor real" : "";
        var judgeReal = loss.GeneratorSeesReal
            ? $$"""

                // The loss compares with real examples, which teach G nothing by themselves: their pass keeps no graph.
                Tensor realLogits;
                using (no_grad())
                {
                    realLogits = D.call({{Packed(model, "real")}});
                }

                """
            : "";
        var logits = loss.GeneratorSeesReal ? "realLogits, fakeLogits" : "fakeLogits";
        return $$"""
            /// <summary>Moves G one optimiser step down its loss. D is frozen: the gradient passes through it and stays out of it.</summary>
            private (Tensor Loss, Tensor FakeLogits) UpdateGenerator(Tensor fakes{{real}})
            {
                using var scope = NewDisposeScope();
                using var frozen = new FrozenParameters(D);
            {{Indent(judgeReal)}}
                var fakeLogits = D.call({{Packed(model, "fakes")}});
                var loss = Losses.Generator({{logits}});

                generatorOptimizer.zero_grad();
                autograd.backward([loss]);
                generatorOptimizer.step();
                return scope.MoveToOuter(loss.detach(), fakeLogits.detach());
            }
            """;
    }

    private static string PackMethod(GanModel model)
    {
        var reshape = new CallText("examples.reshape").Add(model.Discriminator.Input);
        return $"""
            /// <summary>
            /// Puts {CodeText.Of(
                model.Packing
            )} examples each side by side along the channels, {model.Discriminator.Input}: D judges them at
            /// once, so that a generator that repeats itself is found out (Lin et al. 2018).
            /// </summary>
            private static Tensor Pack(Tensor examples) => {reshape};
            """;
    }
}
