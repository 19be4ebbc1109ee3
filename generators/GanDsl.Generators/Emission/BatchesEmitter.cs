using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>Emits the batch types: one for the data and one for latents, so that mixing them does not compile.</summary>
internal sealed class BatchesEmitter : Emitter
{
    public override string Concern => "Batches";

    protected override IReadOnlyList<string> Usings =>
        ["global::System", "global::GanDsl", "static global::TorchSharp.torch"];

    protected override void WriteMembers(SourceWriter writer, GanModel model)
    {
        var data = model.Data;
        var (name, noun, shape, axes, baseClass) = (data.Name, data.Noun, data.Shape, data.DimensionNames, data.Base);
        var sizes = string.Join(", ", data.Shape.Sizes.Select(CodeText.Of));
        var range = CodeText.Of(data.Range);
        var rangeText = RangeText(data.Range);
        var dimensions = CodeText.Of(model.LatentDimensions);
        var labels = model.ClassCount is { } classes ? Labels(noun, CodeText.Of(classes)) : "";
        writer.Lines(
            $$"""
            /// <summary>A batch of {{noun}} {{shape}} ({{axes}}){{rangeText}}. Owns its tensor.</summary>
            /// <param name="tensor">The {{noun}}; belongs to the batch from here on.</param>
            /// <exception cref="ArgumentException">The tensor is not {{shape}} or not of floating point.</exception>
            {{GeneratedCode}}
            public sealed class {{name}}(Tensor tensor) : {{baseClass}}(tensor, {{sizes}}, {{range}});

            /// <summary>A batch of latents [N, {{dimensions}}]. Owns its tensor.</summary>
            /// <param name="tensor">The latents; belong to the batch from here on.</param>
            /// <exception cref="ArgumentException">The tensor is not [N, {{dimensions}}] or not of floating point.</exception>
            {{GeneratedCode}}
            public sealed class Latents(Tensor tensor) : LatentBatch(tensor, {{dimensions}});

            {{labels}}
            """
        );
    }

    private static string Labels(string noun, string classes) =>
        Code.Of(
            $$"""
            /// <summary>The classes of {{noun}}, [N] in 0 to {{classes}} - 1. Owns its tensor.</summary>
            {{GeneratedCode}}
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

    private static string RangeText(ValueRange range) =>
        range switch
        {
            ValueRange.MinusOneToOne => ", values in [-1, 1]",
            ValueRange.ZeroToOne => ", values in [0, 1]",
            _ => "",
        };
}
