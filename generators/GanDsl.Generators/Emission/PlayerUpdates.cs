using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>The pieces of a training step that update rules share.</summary>
internal static class PlayerUpdates
{
    /// <summary>The expression for m, the rows of one minibatch in <c>real</c>.</summary>
    public static string Rows(GanModel model, string discriminatorSteps) =>
        new CallText("StepRows.PerMinibatch")
            .Add("real")
            .Add(discriminatorSteps)
            .Add("givenLatents")
            .AddUnless(1, "least", model.LeastBatchSize)
            .ToString();

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

    /// <summary>One step of each player by itself.</summary>
    public static string Alternating(GanModel model) =>
        $$"""
            /// <summary>Moves D one optimiser step down its loss. <paramref name="fakes"/> carry no graph, so G gets no gradient.</summary>
            private (Tensor Loss, Tensor RealLogits, Tensor FakeLogits) UpdateDiscriminator(Tensor real, Tensor fakes)
            {
                using var scope = NewDisposeScope();

            {{Indent(Judge(model))}}
                var loss = Losses.Discriminator(realLogits, fakeLogits);

                discriminatorOptimizer.zero_grad();
                autograd.backward([loss]);
                discriminatorOptimizer.step();
                return scope.MoveToOuter(loss.detach(), realLogits.detach(), fakeLogits.detach());
            }

            /// <summary>Moves G one optimiser step down its loss. D is frozen: the gradient passes through it and stays out of it.</summary>
            private (Tensor Loss, Tensor FakeLogits) UpdateGenerator(Tensor fakes)
            {
                using var scope = NewDisposeScope();
                using var frozen = new FrozenParameters(D);

                var fakeLogits = D.call(fakes);
                var loss = Losses.Generator(fakeLogits);

                generatorOptimizer.zero_grad();
                autograd.backward([loss]);
                generatorOptimizer.step();
                return scope.MoveToOuter(loss.detach(), fakeLogits.detach());
            }
            """;

    public static string Indent(string lines) => string.Join("\n", lines.Split('\n').Select(line => "    " + line));
}
