using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>The pieces of a training step that update rules share.</summary>
internal static class PlayerUpdates
{
    /// <summary>The examples as D takes them.</summary>
    public static string Packed(GanModel model, string examples) => model.Packing == 1 ? examples : $"Pack({examples})";

    /// <summary>The statement that takes the labels of minibatch <c>i</c>; empty where no network reads them.</summary>
    public static string LabelBatch(GanModel model) =>
        model.ReadsLabels ? "var labelBatch = labels.narrow(0, i * m, m);" : "";

    /// <summary>The statements that take what G's update needs of the last minibatch; empty where it needs nothing.</summary>
    public static string LastBatch(GanModel model, bool readsLabels)
    {
        const string rows = "narrow(0, (k - 1) * m, m);";
        return Code.Lines([
            .. model.LossDefinition.GeneratorSeesReal ? new[] { $"var lastReal = real.{rows}" } : [],
            .. readsLabels ? new[] { $"var lastLabels = labels.{rows}" } : [],
        ]);
    }

    /// <summary>The arguments of G's update after the fakes, from the last minibatch.</summary>
    public static string OfLastBatch(GanModel model) =>
        (model.LossDefinition.GeneratorSeesReal ? ", lastReal" : "") + (model.JudgesLabels ? ", lastLabels" : "");

    /// <summary>The statement before a step of a network that clips its gradient; empty where it is not clipped.</summary>
    public static string ClipGradient(string network, NetworkModel model) =>
        model.GradientNorm is { } norm ? $"GradientClipping.Apply({network}, {CodeText.Of(norm)});" : "";

    /// <summary>The statement after a step of D that clips its parameters; empty where they are not clipped.</summary>
    public static string Clip(GanModel model) =>
        model.ClippingBound is { } bound ? $"WeightClip.Apply(D, {CodeText.Of(bound)});" : "";

    /// <summary>One step of each player by itself.</summary>
    public static string Alternating(GanModel model) =>
        Code.Paragraphs(
            model.AccumulatesGradients ? AccumulatedUpdates.Members(model) : UpdateDiscriminator(model),
            model.AccumulatesGradients ? "" : UpdateGenerator(model),
            DiscriminatorPass.Members(model),
            Helpers(model),
            UpdateTypes.Members(model, moves: true)
        );

    /// <summary>What the updates call: penalties, packing, augmentation; empty where there are none.</summary>
    public static string Helpers(GanModel model) =>
        Code.Paragraphs(
            PenaltyMethods.Members(model),
            model.Packing == 1 ? "" : PackMethod(model),
            model.Augmentation is { } augmentation ? AugmentMethod(augmentation) : ""
        );

    /// <summary>The statement after D has judged real images that lets the augmentation adapt; empty where none does.</summary>
    /// <param name="model">The GAN.</param>
    /// <param name="realLogits">The expression of the logits, without graph.</param>
    public static string Observe(GanModel model, string realLogits = "realLogits.detach()") =>
        model.Augmentation is { Adapts: true } ? $"augmentation.Observe({realLogits});" : "";

    /// <summary>A variable without its graph, beyond the dispose scope of the update.</summary>
    public static string Result(string variable) => $"{variable}.detach().MoveToOuterDisposeScope()";

    /// <summary>The parameters of an update of D beside the examples: the labels, where D judges them.</summary>
    public static string LabelParameter(GanModel model) => model.JudgesLabels ? ", Tensor labels" : "";

    /// <summary>The parameters of an update of G beside the fakes.</summary>
    public static string GeneratorParameters(GanModel model) =>
        (model.LossDefinition.GeneratorSeesReal ? ", Tensor real" : "") + LabelParameter(model);

    /// <summary>The statements that put examples together as D takes them; empty where it takes them one by one.</summary>
    public static string Pack(GanModel model) => model.Packing == 1 ? "" : "real = Pack(real);\nfakes = Pack(fakes);";

    /// <summary>The statements that set <c>loss</c> of G and <c>fakeLogits</c>, from <c>fakes</c>.</summary>
    public static string JudgeFakes(GanModel model)
    {
        var seesReal = model.LossDefinition.GeneratorSeesReal;
        var judgeReal = seesReal ? JudgeRealWithoutGraph(model) : "";
        var logits = seesReal ? "realLogits, fakeLogits" : "fakeLogits";
        var fakes = Packed(model, "fakes");
        var judge = model.Discriminator.Classifier is null
            ? $"var fakeLogits = {NetworkCalls.Judge(model, fakes, "labels")};"
            : $"var (fakeLogits, classLogits) = {NetworkCalls.Classify(model, fakes, "labels")};\n"
                + "var classificationLoss = Losses.Classification(classLogits, labels);";
        return Code.Paragraphs(judgeReal, $"{judge}\nvar loss = Losses.Generator({logits});");
    }

    private static string UpdateDiscriminator(GanModel model)
    {
        var labels = LabelParameter(model);
        var pack = Pack(model);
        var learn = DiscriminatorPass.Learn(model);
        var penalties = PenaltyMethods.Statements(model, "loss", "fakes", "number");
        var number = PenaltyMethods.NumberParameter(model);
        var clipGradient = ClipGradient("D", model.Discriminator);
        var observe = Observe(model);
        var clip = Clip(model);
        var update = UpdateTypes.OfDiscriminator(model, "loss", Result);
        return Code.Of(
            $$"""
            /// <summary>Moves D one optimiser step down its loss. <paramref name="fakes"/> carry no graph, so G gets no gradient.</summary>
            private DiscriminatorUpdate UpdateDiscriminator(Tensor real, Tensor fakes{{labels}}{{number}})
            {
                using var scope = NewDisposeScope();
                {{pack}}
                DiscriminatorOptimizer.ZeroGrad();

                {{learn}}

                {{penalties}}

                {{clipGradient}}
                DiscriminatorOptimizer.Step();
                {{observe}}
                {{clip}}

                return {{update}};
            }
            """
        );
    }

    private static string UpdateGenerator(GanModel model)
    {
        var parameters = GeneratorParameters(model);
        var judgeFakes = JudgeFakes(model);
        var objective = DiscriminatorPass.Classified(model, "loss", "classificationLoss");
        var clipGradient = ClipGradient("G", model.Generator);
        var update = UpdateTypes.OfGenerator(model, "loss", Result);
        return Code.Of(
            $$"""
            /// <summary>Moves G one optimiser step down its loss. D is frozen: the gradient passes through it and stays out of it.</summary>
            private GeneratorUpdate UpdateGenerator(Tensor fakes{{parameters}})
            {
                using var scope = NewDisposeScope();
                using var frozen = new FrozenParameters(D);

                {{judgeFakes}}

                GeneratorOptimizer.ZeroGrad();
                {{objective}}.backward();
                {{clipGradient}}
                GeneratorOptimizer.Step();

                return {{update}};
            }
            """
        );
    }

    private static string JudgeRealWithoutGraph(GanModel model)
    {
        var judge = NetworkCalls.Judge(model, Packed(model, "real"), "labels");
        return Code.Of(
            $$"""
            // The loss compares with real examples, which teach G nothing by themselves: their pass keeps no graph.
            Tensor realLogits;
            using (no_grad())
            {
                realLogits = {{judge}};
            }
            """
        );
    }

    private static string AugmentMethod(AugmentationModel augmentation)
    {
        var modifier = augmentation.Adapts ? "private" : "private static";
        return $"""
            /// <summary>Images as D sees them, real and generated ones: each is changed at random, and the gradient flows through.</summary>
            {modifier} Tensor Augment(Tensor images) => {augmentation.Application};
            """;
    }

    private static string PackMethod(GanModel model)
    {
        var count = CodeText.Of(model.Packing);
        var shape = model.Discriminator.Input.ToString();
        var reshape = new CallText("examples.reshape").Add(model.Discriminator.Input).ToString();
        return Code.Of(
            $$"""
            /// <summary>
            /// Puts {{count}} examples each side by side along the channels, {{shape}}: D judges them at
            /// once, so that a generator that repeats itself is found out (Lin et al. 2018).
            /// </summary>
            private static Tensor Pack(Tensor examples) => {{reshape}};
            """
        );
    }
}
