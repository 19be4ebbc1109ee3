using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the batch types: one for the data and one for latents, so that mixing them does not compile.</summary>
internal sealed class BatchesEmitter : Emitter
{
    public override string Concern => "Batches";

    protected override IReadOnlyList<string> Usings => ["System", "GanDsl", "static TorchSharp.torch"];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var data = model.Data;
        var sizes = string.Join(", ", data.Shape.Sizes.Select(CodeText.Of));
        var range = RangeText(data.Range);
        writer.Lines(
            $"""
            /// <summary>A batch of {data.Noun} {data.Shape} ({data.DimensionNames}){range}. Owns its tensor.</summary>
            /// <param name="tensor">The {data.Noun}; belongs to the batch from here on.</param>
            /// <exception cref="ArgumentException">The tensor is not {data.Shape} or not of floating point.</exception>
            public sealed class {data.Name}(Tensor tensor) : {data.Base}({BaseArguments(data, sizes)});

            /// <summary>A batch of latents [N, {CodeText.Of(model.LatentDimensions)}]. Owns its tensor.</summary>
            /// <param name="tensor">The latents; belong to the batch from here on.</param>
            /// <exception cref="ArgumentException">The tensor is not [N, {CodeText.Of(
                model.LatentDimensions
            )}] or not of floating point.</exception>
            public sealed class Latents(Tensor tensor) : LatentBatch(tensor, {CodeText.Of(model.LatentDimensions)});
            """
        );
    }

    private static string BaseArguments(BatchModel data, string sizes) => $"tensor, {sizes}, {CodeText.Of(data.Range)}";

    private static string RangeText(ValueRange range) =>
        range switch
        {
            ValueRange.MinusOneToOne => ", values in [-1, 1]",
            ValueRange.ZeroToOne => ", values in [0, 1]",
            _ => "",
        };
}
