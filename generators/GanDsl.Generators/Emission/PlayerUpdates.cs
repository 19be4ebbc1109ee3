using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>The pieces of a training step that update rules share.</summary>
internal static class PlayerUpdates
{
    /// <summary>The type of what an update of D answers.</summary>
    public static string DiscriminatorUpdateType(GanModel model) =>
        "(Tensor Loss, Tensor RealLogits, Tensor FakeLogits"
        + string.Concat(Added(model).Select(added => $", Tensor {added.Name}"))
        + ")";

    /// <summary>The variables that hold what an update of D measured besides its loss and logits, each detached.</summary>
    public static string AddedMeasurements(GanModel model) =>
        string.Concat(Added(model).Select(added => $", {added.Variable}.detach()"));

    /// <summary>The expression for m, the rows of one minibatch in <c>real</c>.</summary>
    public static string Rows(GanModel model, string discriminatorSteps) =>
        new CallText("StepRows.PerMinibatch")
            .Add("real")
            .Add(discriminatorSteps)
            .Add("givenLatents")
            .AddUnless(1, "least", model.LeastRowsOfNormalization)
            .AddUnless(1, "packing", model.Packing)
            .ToString();

    /// <summary>The examples as D takes them.</summary>
    public static string Packed(GanModel model, string examples) => model.Packing == 1 ? examples : $"Pack({examples})";

    /// <summary>The statements that set <c>realLogits</c> and <c>fakeLogits</c>: one pass through D where its layers allow it.</summary>
    public static string Judge(GanModel model) =>
        string.Join("\n", SharesPass(model) ? JudgeTogether(model) : JudgeApart(model));

    /// <summary>
    /// Whether real and fake go through D in one pass: where no layer couples examples, and where it pays. For vectors it saves the cost of
    /// calling operators; maps are work enough by themselves, and take memory.
    /// </summary>
    private static bool SharesPass(GanModel model) =>
        model.Discriminator is { CouplesExamples: false, MakesMaps: false };

    /// <summary>The statements that take <c>logits</c> of m real and m generated examples apart.</summary>
    public static IReadOnlyList<string> SplitLogits { get; } =
    ["var realLogits = logits.narrow(0, 0, m);", "var fakeLogits = logits.narrow(0, m, m);"];

    /// <summary>The loss of D with what is added to it before the penalties.</summary>
    public static string ClassifiedLoss(GanModel model, string loss) =>
        model.Discriminator.Classifier?.Classification is not { } classification ? loss
        : classification.Weight == 1 ? $"{loss}.Plus(classificationLoss)"
        : $"{loss}.Plus(classificationLoss.Times({CodeText.Of(classification.Weight)}))";

    /// <summary>The arguments of G's update after the fakes, from the last minibatch.</summary>
    public static string OfLastMinibatch(GanModel model) =>
        (model.LossDefinition.GeneratorSeesReal ? ", real.narrow(0, (k - 1) * m, m).to(device)" : "")
        + (model.JudgesLabels ? ", LabelsOf(k - 1)" : "");

    /// <summary>The local function for the labels of a minibatch; empty where no network reads them.</summary>
    public static string LabelsOfMinibatch(GanModel model) =>
        model.JudgesLabels || model.Generator.ReadsLabels
            ? "\n    Tensor LabelsOf(int minibatch) => labels.narrow(0, minibatch * m, m).to(device);"
            : "";

    /// <summary>The statement that checks the labels of a step; empty where there are none.</summary>
    public static string RequireLabels(GanModel model) =>
        model.IsConditional ? "\n    StepRows.RequireLabels(real, labels);" : "";

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

    /// <summary>What D's objective has besides its loss.</summary>
    private static IEnumerable<(string Name, string Variable)> Added(GanModel model) =>
        model
            .Penalties.Select(penalty => (penalty.Name, penalty.Variable))
            .Prepend(("ClassificationLoss", "classificationLoss"))
            .Skip(model.Discriminator.Classifier is null ? 1 : 0);

    private static IEnumerable<string> JudgeApart(GanModel model)
    {
        yield return model.Discriminator.CouplesExamples
            ? "// A layer of D couples the examples of a minibatch, so real and fake go through it one after the other."
            : "// One after the other: real and fake together would hold twice the maps at once, and be no faster.";
        if (model.Discriminator.Classifier is null)
        {
            yield return $"var realLogits = {NetworkCalls.Judge(model, "real", "labels")};";
            yield return $"var fakeLogits = {NetworkCalls.Judge(model, "fakes", "labels")};";
            yield break;
        }

        yield return $"var (realLogits, realClasses) = {NetworkCalls.Classify(model, "real", "labels")};";
        yield return $"var (fakeLogits, fakeClasses) = {NetworkCalls.Classify(model, "fakes", "labels")};";
        yield return "var classificationLoss =";
        yield return "    Losses.Classification(realClasses, labels).Plus(Losses.Classification(fakeClasses, labels));";
    }

    private static IEnumerable<string> JudgeTogether(GanModel model)
    {
        const string both = "cat([real, fakes], 0)";
        const string labels = "cat([labels, labels], 0)";
        yield return "// No layer of D couples the examples of a minibatch, so real and fake go through it together.";
        yield return "var m = real.shape[0];";
        yield return model.Discriminator.Classifier is null
            ? $"var logits = {NetworkCalls.Judge(model, both, labels)};"
            : $"var (logits, classLogits) = {NetworkCalls.Classify(model, both, labels)};";
        foreach (var line in SplitLogits)
        {
            yield return line;
        }

        if (model.Discriminator.Classifier is not null)
        {
            yield return "var classificationLoss =";
            yield return "    Losses.Classification(classLogits.narrow(0, 0, m), labels)";
            yield return "        .Plus(Losses.Classification(classLogits.narrow(0, m, m), labels));";
        }
    }

    private static string UpdateDiscriminator(GanModel model)
    {
        var (penalties, objective) = PenaltyMethods.Objective(model, ClassifiedLoss(model, "loss"), "loss", "fakes");
        var pack = model.Packing == 1 ? "" : "\n    (real, fakes) = (Pack(real), Pack(fakes));\n";
        var added = string.Concat(penalties.Select(line => "\n" + Indent(line)));
        var labels = model.JudgesLabels ? ", Tensor labels" : "";
        return $$"""
            /// <summary>Moves D one optimiser step down its loss. <paramref name="fakes"/> carry no graph, so G gets no gradient.</summary>
            private {{DiscriminatorUpdateType(model)}} UpdateDiscriminator(Tensor real, Tensor fakes{{labels}})
            {
                using var scope = NewDisposeScope();
            {{pack}}
            {{Indent(Judge(model))}}
                var loss = Losses.Discriminator(realLogits, fakeLogits);{{added}}

                DiscriminatorOptimizer.ZeroGrad();
                autograd.backward([{{objective}}]);
                DiscriminatorOptimizer.Step();{{Clip(model)}}
                return {{DiscriminatorUpdate(model)}};
            }
            """;
    }

    private static string DiscriminatorUpdate(GanModel model)
    {
        string[] parts = ["loss", "realLogits", "fakeLogits", .. Added(model).Select(added => added.Variable)];
        return parts.Length == 3
            ? $"scope.MoveToOuter({string.Join(", ", parts.Select(part => part + ".detach()"))})"
            : $"({string.Join(",", parts.Select(part => $"\n        {part}.detach().MoveToOuterDisposeScope()"))})";
    }

    private static string UpdateGenerator(GanModel model)
    {
        var loss = model.LossDefinition;
        var real = loss.GeneratorSeesReal ? ", Tensor real" : "";
        var labels = model.JudgesLabels ? ", Tensor labels" : "";
        var judgeReal = loss.GeneratorSeesReal
            ? $$"""

                // The loss compares with real examples, which teach G nothing by themselves: their pass keeps no graph.
                Tensor realLogits;
                using (no_grad())
                {
                    realLogits = {{NetworkCalls.Judge(model, Packed(model, "real"), "labels")}};
                }

                """
            : "";
        var logits = loss.GeneratorSeesReal ? "realLogits, fakeLogits" : "fakeLogits";
        var fakes = Packed(model, "fakes");
        var judge = model.Discriminator.Classifier is null
            ? $"var fakeLogits = {NetworkCalls.Judge(model, fakes, "labels")};"
            : $"var (fakeLogits, classLogits) = {NetworkCalls.Classify(model, fakes, "labels")};\n"
                + "    var classificationLoss = Losses.Classification(classLogits, labels);";
        return $$"""
            /// <summary>Moves G one optimiser step down its loss. D is frozen: the gradient passes through it and stays out of it.</summary>
            private (Tensor Loss, Tensor FakeLogits) UpdateGenerator(Tensor fakes{{real}}{{labels}})
            {
                using var scope = NewDisposeScope();
                using var frozen = new FrozenParameters(D);
            {{Indent(judgeReal)}}
                {{judge}}
                var loss = Losses.Generator({{logits}});

                GeneratorOptimizer.ZeroGrad();
                autograd.backward([{{ClassifiedLoss(model, "loss")}}]);
                GeneratorOptimizer.Step();
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
