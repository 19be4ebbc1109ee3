using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>The generator's values and the data's should fill the same range: else D tells them apart by the range alone.</summary>
internal sealed class OutputRange : GanCheck
{
    private static readonly IReadOnlyDictionary<ValueRange, string> Activations = new Dictionary<ValueRange, string>
    {
        [ValueRange.MinusOneToOne] = "Tanh",
        [ValueRange.ZeroToOne] = "Sigmoid",
    };

    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var network = gan.Generator;
        var data = gan.Declaration.Data!;
        var wanted = Interval.Of(data.Range);
        var found = network.Parts.Aggregate(Interval.Unbounded, (range, part) => part.OutputRange(range));
        var decisive = Decisive(network.Parts);

        if (found.Equals(wanted) || !found.IsKnown)
        {
            return [];
        }

        var isUnbounded = found.Equals(Interval.Unbounded);
        var problem = isUnbounded
            ? new LayerProblem(
                Rule.UnboundedOutput,
                null,
                $"the generator gives any real number, but the data are declared in {wanted}; end it with {Activations[data.Range]}, or "
                    + "declare the Range that the data have",
                Mend.InsertAfter(Activations[data.Range])
            )
            : new LayerProblem(
                Rule.OutputRangeDiffers,
                null,
                $"the generator gives values in {found}, but the data are declared in {wanted}; use another last activation, or declare "
                    + "the Range that the data have",
                LayerMend(decisive, data.Range)
            );
        var reported = network.ProblemOf(decisive, problem);
        return [reported with { Mends = [.. reported.Mends, .. RangeMend(gan, data, found)] }];
    }

    /// <summary>The last one that does more than move values; within a block too, unless a sum ends it.</summary>
    private static InferredPart Decisive(IReadOnlyList<InferredPart> parts)
    {
        var last = parts.Reverse().FirstOrDefault(part => part.Layers.Any(layer => !layer.Layer.OnlyRearranges));
        return last is InferredBlock { IsResidual: false } block ? Decisive(block.Parts) : last ?? parts[0];
    }

    /// <summary>Another activation in the place of the last one; none where the data are unbounded.</summary>
    private static Mend[] LayerMend(InferredPart part, ValueRange wanted) =>
        part is not InferredLayer { Layer: ActivationAttribute } layer ? []
        : Activations.TryGetValue(wanted, out var activation) ? [Mend.ReplaceBy(activation)]
        : [Mend.Remove(layer.Layer.Kind)];

    /// <summary>The range that the generator has, declared for the data.</summary>
    private static IEnumerable<PlacedMend> RangeMend(InferredGan gan, DataShapeAttribute data, Interval found) =>
        Enum.GetValues(typeof(ValueRange))
            .Cast<ValueRange>()
            .Where(range => Interval.Of(range).Equals(found))
            .Select(range => new PlacedMend(
                Mend.Set(data.Kind, ArgumentChange.Property(nameof(DataShapeAttribute.Range), CodeText.Of(range))),
                gan.Declaration.LocationOf<DataShapeAttribute>(null)
            ));
}
