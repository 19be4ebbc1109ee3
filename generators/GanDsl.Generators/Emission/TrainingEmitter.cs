using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the training step by the declared update rule, and the loops over it.</summary>
internal sealed class TrainingEmitter : Emitter
{
    public override string Concern => "Training";

    protected override IReadOnlyList<string> Usings =>
        [
            "System",
            "System.Collections.Generic",
            "System.Linq",
            "System.Threading",
            "GanDsl",
            "GanDsl.Modules",
            "GanDsl.Training",
            "TorchSharp",
            "static TorchSharp.torch",
            "static TorchSharp.torch.nn",
        ];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var rule = UpdateRule.Of(model.Update);
        writer.Line("private int epoch;");
        if (model.HasLazyPenalty)
        {
            writer.Line("private long discriminatorUpdates;");
        }

        writer.Line();
        writer.Lines(TrainingLoops.Members(model, rule));
        writer.Line();
        writer.Lines(PublicSteps.Members(model, rule));
        writer.Line();
        writer.Lines(rule.Members(model));
        writer.Line();
        WriteMeasure(writer, model);
    }

    private static void WriteMeasure(SourceWriter writer, GanModel model)
    {
        writer.Lines(
            $$"""
            private TrainingStep Measure(
                {{PlayerUpdates.DiscriminatorUpdateType(model)}} discriminator,
                (Tensor Loss, Tensor FakeLogits) generator) =>
                new(log.Add(
                    epoch,
                    {{string.Join(
                ",\n        ",
                Measurements.Of(model).Select(measurement => measurement.Expression)
            )}}));
            """
        );
    }
}
