using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the training step by the declared update rule, and the loops over it.</summary>
internal sealed class TrainingEmitter : Emitter
{
    public override string Concern => "Training";

    protected override IReadOnlyList<string> Usings =>
        [
            "global::System",
            "global::System.Collections.Generic",
            "global::System.Linq",
            "global::System.Threading",
            "global::GanDsl",
            "global::GanDsl.Modules",
            "global::GanDsl.Training",
            "static global::TorchSharp.torch",
            "static global::TorchSharp.torch.nn",
        ];

    protected override bool Needs(string import, string code) =>
        import switch
        {
            "global::System.Linq" => code.Contains(".Where(") || code.Contains(".Select("),
            "global::GanDsl.Modules" => HasArithmetic(code),
            "static global::TorchSharp.torch.nn" => code.Contains("functional."),
            _ => true,
        };

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var rule = UpdateRule.Of(model.Update);
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
        var measurements = string.Join(",\n", Measurements.Of(model).Select(measurement => measurement.Expression));
        writer.Lines(
            $$"""
            /// <summary>The numbers of a step, in the order of its record.</summary>
            private Tensor Measure(DiscriminatorUpdate discriminatorUpdate, GeneratorUpdate generatorUpdate)
            {
                using var noGradients = no_grad();
                return stack([
                    {{measurements}},
                ]);
            }
            """
        );
    }
}
