using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>
/// How D judges <c>real</c> and <c>fakes</c>: together where it saves calls, one after the other where that saves memory or a layer
/// couples the examples of a minibatch.
/// </summary>
internal static class DiscriminatorPass
{
    /// <summary>The statement that takes <c>logits</c> of as many real as generated examples apart.</summary>
    public const string SplitLogits = "var (realLogits, fakeLogits) = Halves.Of(logits);";

    /// <summary>Why D learns from real examples before it sees the fakes, where it does.</summary>
    public const string ReasonToLearnInTurn =
        "// Real first, then fake, each with its own pass back: only the maps of one are held at once.";

    private const string Answer = "return (loss, realLogits, fakeLogits);";
    private const string LossOfLogits = "Losses.Discriminator(realLogits, fakeLogits)";

    private const string ClassificationLoss = """
        var realClassLoss = Losses.Classification(realClasses, labels);
        var fakeClassLoss = Losses.Classification(fakeClasses, labels);
        var classificationLoss = realClassLoss.Plus(fakeClassLoss);
        """;

    /// <summary>
    /// Whether D can learn from real and from generated examples in turn: its loss is a sum of both parts, and they do not go through
    /// it together.
    /// </summary>
    public static bool CanLearnInTurn(GanModel model) => model.LossDefinition is AdditiveLoss && !SharesPass(model);

    /// <summary>
    /// The statements that set <c>realLogits</c>, <c>fakeLogits</c>, <c>loss</c> and, with a classifier, <c>classificationLoss</c>, and
    /// add their gradients to D's parameters.
    /// </summary>
    public static string Learn(GanModel model) =>
        DependsOnDevice(model) ? LearnByDevice("loss, realLogits, fakeLogits", Arguments(model))
        : CanLearnInTurn(model) ? LearnInTurn(model)
        : LearnFromBoth(model);

    /// <summary>
    /// Whether the device decides: a GPU is faster with both together where their maps are small, and on a processor that takes more memory. Not
    /// where a norm is estimated anew in each pass: it would be another one.
    /// </summary>
    public static bool DependsOnDevice(GanModel model) =>
        CanLearnInTurn(model)
        && model.Discriminator
            is { CouplesExamples: false, Classifier: null, HasFewValues: true, HasSpectralNorm: false };

    /// <summary>The statement that lets the device decide.</summary>
    /// <param name="results">What both methods answer.</param>
    /// <param name="arguments">What both take.</param>
    public static string LearnByDevice(string results, string arguments) =>
        Code.Of(
            $$"""
            var ({{results}}) = GanDevices.IsGpu(device)
                ? LearnTogether({{arguments}})
                : LearnInTurn({{arguments}});
            """
        );

    /// <summary>The arguments of both methods.</summary>
    public static string Arguments(GanModel model) => model.JudgesLabels ? "real, fakes, labels" : "real, fakes";

    /// <summary>Both methods, of an update of D by itself; empty where the device decides nothing.</summary>
    public static string Members(GanModel model)
    {
        if (!DependsOnDevice(model))
        {
            return "";
        }

        var together = Code.Of(
            $$"""
            {{JudgeTogether(model)}}
            var loss = {{LossOfBoth(model)}};
            loss.backward();
            """
        );
        return BothWays(
            model,
            "Adds the gradient of D's loss to D's parameters",
            "(Tensor Loss, Tensor RealLogits, Tensor FakeLogits)",
            Code.Paragraphs(together, Answer),
            Code.Paragraphs(LearnInTurn(model), Answer)
        );
    }

    /// <summary>The two methods between which the device decides.</summary>
    /// <param name="model">The GAN.</param>
    /// <param name="summary">What both do.</param>
    /// <param name="results">What both answer.</param>
    /// <param name="together">The body of the one that learns from real and generated examples at once.</param>
    /// <param name="inTurn">The body of the one that learns from one after the other.</param>
    public static string BothWays(GanModel model, string summary, string results, string together, string inTurn)
    {
        var labels = PlayerUpdates.LabelParameter(model);
        return Code.Of(
            $$"""
            /// <summary>{{summary}}, in fewer operations: small ones do not keep a GPU busy.</summary>
            private {{results}} LearnTogether(Tensor real, Tensor fakes{{labels}})
            {
                {{together}}
            }

            /// <summary>{{summary}}, in less memory.</summary>
            private {{results}} LearnInTurn(Tensor real, Tensor fakes{{labels}})
            {
                {{inTurn}}
            }
            """
        );
    }

    private static string LearnFromBoth(GanModel model) =>
        Code.Of(
            $$"""
            {{Judge(model)}}
            var loss = {{(SharesPass(model) ? LossOfBoth(model) : LossOfLogits)}};
            {{Classified(model, "loss", "classificationLoss")}}.backward();
            """
        );

    /// <summary>The statements that set <c>realLogits</c> and <c>fakeLogits</c>, and <c>classificationLoss</c> with a classifier.</summary>
    public static string Judge(GanModel model) => SharesPass(model) ? JudgeTogether(model) : JudgeApart(model);

    /// <summary>The expression for D's loss where <c>logits</c> of real and generated examples have come out of one pass.</summary>
    public static string LossOfBoth(GanModel model) =>
        model.LossDefinition is AdditiveLoss loss && loss.MarginExpression("", model.Smoothing) is not null
            ? "Losses.DiscriminatorOnBoth(logits)"
            : LossOfLogits;

    /// <summary>A loss with that of the classes, as often as D's classifier counts; the loss alone where there is none.</summary>
    public static string Classified(GanModel model, string loss, string classificationLoss) =>
        model.Discriminator.Classifier?.Classification is not { } classification ? loss
        : classification.Weight == 1 ? $"{loss}.Plus({classificationLoss})"
        : $"{loss}.Plus({classificationLoss}.Times({CodeText.Of(classification.Weight)}))";

    /// <summary>
    /// Whether real and fake go through D in one pass: where no layer couples examples, and where it pays. For vectors it saves the cost of
    /// calling operators; maps are work enough by themselves, and take memory.
    /// </summary>
    private static bool SharesPass(GanModel model) =>
        model.Discriminator is { CouplesExamples: false, MakesMaps: false };

    private static string LearnInTurn(GanModel model)
    {
        if (model.Discriminator.Classifier is null)
        {
            var judgeReal = NetworkCalls.Judge(model, "real", "labels");
            var judgeFakes = NetworkCalls.Judge(model, "fakes", "labels");
            return Code.Of(
                $$"""
                {{ReasonToLearnInTurn}}
                var realLogits = {{judgeReal}};
                var realLoss = Losses.DiscriminatorOnReal(realLogits);
                realLoss.backward();

                var fakeLogits = {{judgeFakes}};
                var fakeLoss = Losses.DiscriminatorOnFake(fakeLogits);
                fakeLoss.backward();

                var loss = realLoss.Plus(fakeLoss);
                """
            );
        }

        var classifyReal = NetworkCalls.Classify(model, "real", "labels");
        var classifyFakes = NetworkCalls.Classify(model, "fakes", "labels");
        var realObjective = Classified(model, "realLoss", "realClassLoss");
        var fakeObjective = Classified(model, "fakeLoss", "fakeClassLoss");
        return Code.Of(
            $$"""
            {{ReasonToLearnInTurn}}
            var (realLogits, realClasses) = {{classifyReal}};
            var realLoss = Losses.DiscriminatorOnReal(realLogits);
            var realClassLoss = Losses.Classification(realClasses, labels);
            {{realObjective}}.backward();

            var (fakeLogits, fakeClasses) = {{classifyFakes}};
            var fakeLoss = Losses.DiscriminatorOnFake(fakeLogits);
            var fakeClassLoss = Losses.Classification(fakeClasses, labels);
            {{fakeObjective}}.backward();

            var loss = realLoss.Plus(fakeLoss);
            var classificationLoss = realClassLoss.Plus(fakeClassLoss);
            """
        );
    }

    private static string JudgeApart(GanModel model)
    {
        var reason = model.Discriminator.CouplesExamples
            ? "// A layer of D couples the examples of a minibatch, so real and fake go through it one after the other."
            : "// One after the other: real and fake together would be no faster.";
        if (model.Discriminator.Classifier is null)
        {
            var judgeReal = NetworkCalls.Judge(model, "real", "labels");
            var judgeFakes = NetworkCalls.Judge(model, "fakes", "labels");
            return Code.Of(
                $$"""
                {{reason}}
                var realLogits = {{judgeReal}};
                var fakeLogits = {{judgeFakes}};
                """
            );
        }

        var classifyReal = NetworkCalls.Classify(model, "real", "labels");
        var classifyFakes = NetworkCalls.Classify(model, "fakes", "labels");
        return Code.Of(
            $$"""
            {{reason}}
            var (realLogits, realClasses) = {{classifyReal}};
            var (fakeLogits, fakeClasses) = {{classifyFakes}};
            {{ClassificationLoss}}
            """
        );
    }

    private static string JudgeTogether(GanModel model)
    {
        const string reason =
            "// No layer of D couples the examples of a minibatch, so real and fake go through it together.";
        const string both = "cat([real, fakes], 0)";
        const string labels = "cat([labels, labels], 0)";
        if (model.Discriminator.Classifier is null)
        {
            var judge = NetworkCalls.Judge(model, both, labels);
            return Code.Of(
                $$"""
                {{reason}}
                var logits = {{judge}};
                {{SplitLogits}}
                """
            );
        }

        var classify = NetworkCalls.Classify(model, both, labels);
        return Code.Of(
            $$"""
            {{reason}}
            var (logits, classLogits) = {{classify}};
            {{SplitLogits}}
            var (realClasses, fakeClasses) = Halves.Of(classLogits);
            {{ClassificationLoss}}
            """
        );
    }
}
