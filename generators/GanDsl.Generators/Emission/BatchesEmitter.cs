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
        if (model.ClassCount is { } classes)
        {
            WriteLabels(writer, data, CodeText.Of(classes));
        }
    }

    private static void WriteLabels(SourceWriter writer, BatchModel data, string classes)
    {
        writer.Line();
        writer.Lines(
            $$"""
            /// <summary>The classes of {{data.Noun}}, [N] in 0 to {{classes}} - 1. Owns its tensor.</summary>
            public sealed class Labels : LabelBatch
            {
                /// <summary>Takes a tensor over.</summary>
                /// <param name="tensor">The classes [N], of int64; belong to the batch from here on.</param>
                /// <exception cref="ArgumentException">The tensor is not [N], not of int64, or names a class that there is not.</exception>
                public Labels(Tensor tensor)
                    : base(tensor, {{classes}}) { }

                /// <summary>Labels that are typed out or computed.</summary>
                /// <param name="labels">The class of each example.</param>
                /// <exception cref="ArgumentException">There is no such class.</exception>
                public Labels(params int[] labels)
                    : base(labels, {{classes}}) { }

                /// <summary>Every class so many times, class after class: in a grid of so many columns, each row is a class.</summary>
                /// <param name="count">How often, at least 1.</param>
                public static Labels EachClass(int count) => new(LabelBatch.Repeated({{classes}}, count));
            }
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
