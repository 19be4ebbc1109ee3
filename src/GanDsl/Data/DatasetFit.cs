namespace GanDsl;

/// <summary>Whether a model can be trained on a dataset; each way in which it cannot is one sentence.</summary>
internal static class DatasetFit
{
    /// <summary>Throws a <see cref="GanException"/> at the first thing that does not fit.</summary>
    public static void Ensure(
        Dataset data,
        string model,
        IReadOnlyList<long> exampleShape,
        ValueRange range,
        int batchSize
    )
    {
        if (!data.ExampleShape.SequenceEqual(exampleShape))
        {
            throw new GanException(
                $"{model} takes examples {ShapeText.Of(exampleShape)}, but those of {data.Description} are "
                    + $"{ShapeText.Of(data.ExampleShape)}: change the shape that {model} declares or the data"
                    + $"{ShapeRemedy.OfExamples(data.ExampleShape, exampleShape)}."
            );
        }

        if (!Lies(data.Range, range))
        {
            throw new GanException(
                $"{model} works on values {ExampleValues.Words(range)}, but those of {data.Description} are {ExampleValues.Words(data.Range)}: "
                    + (
                        data.Range == ValueRange.Unbounded
                            ? $"where they lie there, say ValueRange.{range} to what opens them, else "
                            : ""
                    )
                    + $"scale the data or set Range = ValueRange.{data.Range} where {model} declares its shape."
            );
        }

        if (data.Count < batchSize)
        {
            throw new GanException(
                $"One step of {model} draws {batchSize} examples, but there are {data.Count} in {data.Description}: "
                    + "take a smaller batch size or more data."
            );
        }
    }

    /// <summary>[0, 1] lies in [-1, 1], but a generator that ends in Tanh would have to learn half its range away: it does not fit.</summary>
    private static bool Lies(ValueRange found, ValueRange needed) => found == needed || needed == ValueRange.Unbounded;
}
