namespace GanDsl;

/// <summary>What one example of the data is: the base of <see cref="ImageAttribute"/>, <see cref="SignalAttribute"/> and <see cref="PointAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class DataShapeAttribute : Attribute
{
    private protected DataShapeAttribute() { }

    /// <summary>The range that the data's values lie in.</summary>
    public abstract ValueRange Range { get; set; }

    /// <summary>The name that the user types, such as <c>Image</c>.</summary>
    internal string Kind => BatchType.Substring(0, BatchType.Length - 1);

    /// <summary>The shape of one example.</summary>
    internal abstract Shape Shape { get; }

    /// <summary>The name of the generated batch type, such as <c>Images</c>.</summary>
    internal abstract string BatchType { get; }

    /// <summary>The library class that the generated batch type derives from.</summary>
    internal abstract string BatchBase { get; }

    /// <summary>What the dimensions mean, such as <c>channels, height, width</c>.</summary>
    internal abstract string DimensionNames { get; }

    /// <summary>The constructor arguments, by name, that have to be at least 1.</summary>
    internal abstract IReadOnlyList<KeyValuePair<string, int>> Sizes { get; }

    internal IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. Sizes.SelectMany(size => ArgumentCheck.AtLeast(1, size.Key, size.Value)),
            .. ArgumentCheck.Defined(nameof(Range), Range),
            .. Shape.Overflows(Shape.Sizes)
                ?
                [
                    new LayerProblem(
                        Rule.SizeOverflows,
                        null,
                        $"one example has more than {CodeText.Count(Shape.LargestElementCount)} values; make it smaller"
                    ),
                ]
                : Array.Empty<LayerProblem>(),
        ];
}
