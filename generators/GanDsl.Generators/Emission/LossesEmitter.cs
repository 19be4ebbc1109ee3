using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the losses as pure functions of logits.</summary>
internal sealed class LossesEmitter : Emitter
{
    /// <summary>The longest line that a function's expression shares with its name.</summary>
    private const int LineWidth = 110;

    public override string Concern => "Losses";

    protected override IReadOnlyList<string> Usings =>
        [
            "global::GanDsl.Modules",
            "global::GanDsl.Training",
            "static global::TorchSharp.torch",
            "static global::TorchSharp.torch.nn",
        ];

    protected override bool Needs(string import, string code) =>
        import switch
        {
            "global::GanDsl.Modules" => HasArithmetic(code),
            "global::GanDsl.Training" => code.Contains("Halves.") || code.Contains("OwnLosses."),
            "static global::TorchSharp.torch.nn" => code.Contains("functional."),
            _ => true,
        };

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var loss = model.LossDefinition;
        WriteSummary(writer, ClassSummary(model));
        writer.Line(GeneratedCode);
        using (writer.Block("public static class Losses"))
        {
            WriteSummary(writer, loss.DiscriminatorSummary(model.Smoothing));
            WriteFunction(
                writer,
                "Discriminator(Tensor realLogits, Tensor fakeLogits)",
                loss.DiscriminatorExpression("realLogits", "fakeLogits", model.Smoothing)
            );
            if (loss is AdditiveLoss additive)
            {
                writer.Line();
                WriteSummary(writer, ["Its part of real examples."]);
                WriteFunction(
                    writer,
                    "DiscriminatorOnReal(Tensor realLogits)",
                    additive.RealExpression("realLogits", model.Smoothing)
                );

                writer.Line();
                WriteSummary(writer, ["Its part of generated examples."]);
                WriteFunction(writer, "DiscriminatorOnFake(Tensor fakeLogits)", additive.FakeExpression("fakeLogits"));
                if (additive.MarginExpression("Halves.Margins(logits)", model.Smoothing) is { } ofBoth)
                {
                    writer.Line();
                    WriteSummary(
                        writer,
                        [
                            "Both parts, from the logits of real and then as many generated examples: one operation for both.",
                        ]
                    );
                    WriteFunction(writer, "DiscriminatorOnBoth(Tensor logits)", ofBoth);
                }
            }

            writer.Line();
            WriteSummary(writer, loss.GeneratorSummary);
            WriteFunction(
                writer,
                loss.GeneratorSeesReal
                    ? "Generator(Tensor realLogits, Tensor fakeLogits)"
                    : "Generator(Tensor fakeLogits)",
                loss.GeneratorExpression("realLogits", "fakeLogits")
            );
            if (loss.IsMinimax)
            {
                writer.Line();
                WriteHealth(writer, model, loss);
            }

            if (model.Discriminator.Classifier is not null)
            {
                writer.Line();
                writer.Lines(
                    """
                    /// <summary>What both players minimise beside it, the cross-entropy of the classes (Odena et al. 2017): -E[log P(label)].</summary>
                    public static Tensor Classification(Tensor classLogits, Tensor labels) =>
                        functional.cross_entropy(classLogits, labels);
                    """
                );
            }
        }
    }

    private static IReadOnlyList<string> ClassSummary(GanModel model) =>
        model.OwnLoss is { } own
            ? [$"The losses that <c>{own.NameInText}</c> computes, from D's logits s(·): one number each."]
        : model.LossDefinition.IsMinimax
            ?
            [
                "The losses, from logits s(·) with D(·) = sigmoid(s(·)): scalars, means over the minibatch.",
                "logsigmoid(s) is log D and logsigmoid(-s) is log(1 - D), exact far into both tails.",
            ]
        : [$"The {model.LossDefinition.Name} losses, from D's scores s(·): scalars, means over the minibatch."];

    /// <summary>An expression's function, on one line where it fits.</summary>
    private static void WriteFunction(SourceWriter writer, string signature, string expression)
    {
        var oneLine = $"public static Tensor {signature} => {expression};";
        if (oneLine.Length <= LineWidth && !expression.Contains('\n'))
        {
            writer.Line(oneLine);
            return;
        }

        writer.Line($"public static Tensor {signature} =>");
        WriteExpression(writer, expression);
    }

    /// <summary>What the min-max game defines, whichever of its losses trains G.</summary>
    private static void WriteHealth(SourceWriter writer, GanModel model, LossDefinition loss)
    {
        var isNonSaturating = loss is NonSaturatingLoss;
        var total = (model.Smoothing, isNonSaturating) switch
        {
            (null, true) => "Discriminator(realLogits, fakeLogits).Plus(Generator(fakeLogits))",
            (null, false) => "Discriminator(realLogits, fakeLogits) - functional.logsigmoid(fakeLogits).mean()",
            (_, true) => "Generator(fakeLogits) - Value(realLogits, fakeLogits)",
            (_, false) => "-functional.logsigmoid(fakeLogits).mean() - Value(realLogits, fakeLogits)",
        };
        var value = model.Smoothing is null
            ? "-Discriminator(realLogits, fakeLogits)"
            : "functional.logsigmoid(realLogits).mean().Plus(functional.logsigmoid(-fakeLogits).mean())";
        var name = model.Smoothing is null
            ? "discriminator loss"
            : "cross-entropy, without the smoothing of its labels";
        writer.Lines(
            $"""
            /// <summary>
            /// The health of the pair: discriminator loss + non-saturating generator loss, whichever loss trains G,
            /// range [0, ∞); {MinimaxNumbers.Total(model)} where D cannot tell.
            /// </summary>
            public static Tensor Total(Tensor realLogits, Tensor fakeLogits) =>
                {total};

            /// <summary>V(D, G) of the min-max game: the negative {name}; {MinimaxNumbers.Value(
                model
            )} where D cannot tell.</summary>
            """
        );
        WriteFunction(writer, "Value(Tensor realLogits, Tensor fakeLogits)", value);
    }

    private static void WriteExpression(SourceWriter writer, string expression)
    {
        var lines = (expression + ";").Split('\n');
        foreach (var line in lines)
        {
            writer.Line("    " + line);
        }
    }

    private static void WriteSummary(SourceWriter writer, IReadOnlyList<string> lines)
    {
        if (lines.Count == 1)
        {
            writer.Line($"/// <summary>{lines[0]}</summary>");
            return;
        }

        writer.Line("/// <summary>");
        foreach (var line in lines)
        {
            writer.Line("/// " + line);
        }

        writer.Line("/// </summary>");
    }
}
