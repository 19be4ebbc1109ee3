using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>The generator gives examples of the declared shape.</summary>
internal sealed class GeneratorOutput : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var generator = gan.Generator;
        if (gan.Declaration is not { IsDataValid: true, Data: { } data } || !generator.Model.IsComplete)
        {
            return [];
        }

        var (found, wanted) = (generator.Model.Output, data.Shape);
        if (found.Equals(wanted))
        {
            return [];
        }

        if (IsInOrderOfChannelsLast(found, wanted))
        {
            return [ChannelsFirst(gan, data)];
        }

        var (advice, mends) = Advice(found, wanted);
        var problem = new LayerProblem(Rule.GeneratorOutput, null, $"{Finding(found, data)}; {advice}", mends)
        {
            NeededInput = wanted,
        };
        return [generator.ProblemOf(generator.Parts[generator.Parts.Count - 1], problem)];
    }

    private static string Finding(Shape found, DataShapeAttribute data) =>
        $"the generator gives {found}, but the declared {data.BatchType.ToLowerInvariant()} are {data.Shape}";

    /// <summary>Whether the declaration has the channels behind, where TensorFlow and files of pictures have them, and the generator in front.</summary>
    private static bool IsInOrderOfChannelsLast(Shape found, Shape wanted) =>
        found.Rank > 1
        && found.Sizes.Skip(1).All(size => size > found[0])
        && found.Sizes.Skip(1).Concat([found[0]]).SequenceEqual(wanted.Sizes);

    private static Problem ChannelsFirst(InferredGan gan, DataShapeAttribute data)
    {
        var generator = gan.Generator;
        var found = generator.Model.Output;
        var changes = data.Sizes.Select(
            (size, position) => ArgumentChange.Parameter(size.Key, position, CodeText.Of(found[position]))
        );
        var meant = $"[{data.Kind}({string.Join(", ", found.Sizes.Select(CodeText.Of))})]";
        var problem = generator.ProblemOf(
            generator.Parts[generator.Parts.Count - 1],
            new LayerProblem(
                Rule.GeneratorOutput,
                null,
                $"{Finding(found, data)}; the sizes of data are {data.DimensionNames}, in this order: declare {meant}"
            )
        );
        var mend = Mend.Set(data.Kind, [.. changes]);
        return problem with { Mends = [new(mend, gan.Declaration.LocationOf<DataShapeAttribute>(null))] };
    }

    /// <summary>A row of values can be dealt out to any shape. Maps have neighbours, which a reshape to maps of other sizes would part.</summary>
    private static (string Advice, Mend[] Mends) Advice(Shape found, Shape wanted)
    {
        if (found.ElementCount != wanted.ElementCount)
        {
            return ("change the last layers or the declared data shape", []);
        }

        if (KeepsNeighbours(found, wanted))
        {
            var reshape = $"Reshape({string.Join(", ", wanted.Sizes.Select(CodeText.Of))})";
            return ($"add [{reshape}] after it", [Mend.InsertAfter(reshape)]);
        }

        var order = IsPermuted(found, wanted) ? "the same sizes in another order" : "as many values in other sizes";
        return (
            $"these are {order}, and a Reshape would scramble them: change the first layers or the declared data shape",
            []
        );
    }

    private static bool KeepsNeighbours(Shape found, Shape wanted) =>
        found.Rank == 1 || wanted.Rank == 1 || WithoutOnes(found).SequenceEqual(WithoutOnes(wanted));

    private static IEnumerable<long> WithoutOnes(Shape shape) => shape.Sizes.Where(size => size != 1);

    private static bool IsPermuted(Shape found, Shape wanted) =>
        found.Sizes.OrderBy(size => size).SequenceEqual(wanted.Sizes.OrderBy(size => size));
}
