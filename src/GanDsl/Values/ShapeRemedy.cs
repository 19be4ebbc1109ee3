namespace GanDsl;

/// <summary>
/// What makes a tensor of another shape into examples of the declared one. It is a reshape only where that moves no value to another
/// place: for axes in another order a reshape would scramble the values without a word.
/// </summary>
internal static class ShapeRemedy
{
    /// <summary>What to do with a batch, as the end of a sentence.</summary>
    /// <param name="shape">The shape of the tensor.</param>
    /// <param name="exampleShape">The declared shape of one example, without N.</param>
    public static string Of(long[] shape, long[] exampleShape)
    {
        if (shape.AsSpan().SequenceEqual(exampleShape))
        {
            return "give it a batch dimension with tensor.unsqueeze(0)";
        }

        if (shape.Length > 0 && Order(shape[1..], exampleShape) is { } order)
        {
            return Permute([0, .. order.Select(axis => axis + 1)]);
        }

        if (Order(shape, exampleShape) is { } orderOfOne)
        {
            return Permute(orderOfOne) + ", and give it a batch dimension with unsqueeze(0)";
        }

        if (IsReshapeOf(shape, exampleShape))
        {
            return $"reshape it with tensor.reshape({ShapeText.Sizes([-1, .. exampleShape])})";
        }

        var given = Product(shape);
        var needed = Product(exampleShape);
        return needed > 0 && given % needed == 0
            ? $"no axis of it can be told to hold examples of {needed} values each, so another shape must have been meant"
            : $"its {given} values are no whole number of examples of {needed} values each, so another shape must have been meant";
    }

    /// <summary>What to do with the examples of a set, as a clause after a sentence; empty where only another shape helps.</summary>
    /// <param name="shape">The shape of one of the examples.</param>
    /// <param name="exampleShape">The declared shape of one example.</param>
    public static string OfExamples(IReadOnlyList<long> shape, IReadOnlyList<long> exampleShape) =>
        Order([.. shape], [.. exampleShape]) is { } order
            ? $" ({Permute([0, .. order.Select(axis => axis + 1)])})"
            : "";

    /// <summary>Which axis of the tensor goes to which place; null where it has other sizes. Axes of one size stay in their order.</summary>
    private static long[]? Order(long[] shape, long[] exampleShape)
    {
        if (shape.Length != exampleShape.Length || shape.AsSpan().SequenceEqual(exampleShape))
        {
            return null;
        }

        var left = Enumerable.Range(0, shape.Length).ToList();
        var order = new List<long>();
        foreach (var size in exampleShape)
        {
            var place = left.FindIndex(axis => shape[axis] == size);
            if (place < 0)
            {
                return null;
            }

            order.Add(left[place]);
            left.RemoveAt(place);
        }

        return [.. order];
    }

    private static string Permute(long[] order) =>
        $"its axes are in another order: change it with tensor.permute({ShapeText.Sizes(order)}), as reshape would scramble the values";

    /// <summary>More axes of examples, rows of all values of an example, or axes of size 1 too many or too few.</summary>
    private static bool IsReshapeOf(long[] shape, long[] exampleShape)
    {
        if (
            shape.Length > exampleShape.Length
            && shape.AsSpan(shape.Length - exampleShape.Length).SequenceEqual(exampleShape)
        )
        {
            return true;
        }

        var example = shape.Length == 0 ? [] : shape[1..];
        return shape.Length > 0
            && (
                WithoutOnes(example).SequenceEqual(WithoutOnes(exampleShape))
                || (example.Length == 1 && exampleShape.Length > 1 && example[0] == Product(exampleShape))
            );
    }

    private static IEnumerable<long> WithoutOnes(long[] shape) => shape.Where(size => size != 1);

    private static long Product(long[] sizes) => sizes.Aggregate(1L, (product, size) => product * size);
}
