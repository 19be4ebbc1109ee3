using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Why a batch type does not take a tensor.</summary>
internal static class BatchRefusal
{
    /// <summary>A sentence for the person who has the tensor; null if it is as it must be.</summary>
    public static string? Of(Type batch, ScalarType type, long[] shape, long[] exampleShape)
    {
        string holds = $"{Name(batch)} holds {ShapeText.OfBatch(exampleShape)}";
        if (!is_floating_point(type))
            return $"{holds} of a floating-point type, but the tensor is {type}; convert it with tensor.to(torch.float32).";
        if (shape.Length == exampleShape.Length + 1 && shape.AsSpan(1).SequenceEqual(exampleShape))
            return null;
        return $"{holds}, but the tensor is {ShapeText.Of(shape)}; {Remedy(shape, exampleShape)}.";
    }

    private static string Remedy(long[] shape, long[] exampleShape)
    {
        long given = Product(shape);
        long needed = Product(exampleShape);
        if (shape.AsSpan().SequenceEqual(exampleShape))
            return "give it a batch dimension with tensor.unsqueeze(0)";
        return needed > 0 && given % needed == 0
            ? $"reshape it with tensor.reshape({ShapeText.Sizes([-1, .. exampleShape])})"
            : $"its {given} values are no whole number of examples of {needed} values each, so another shape must have been meant";
    }

    /// <summary>The name as the user writes it, with the class that it is nested in: "DigitGan.Images".</summary>
    internal static string Name(Type type) =>
        type.DeclaringType is { } outer ? $"{Name(outer)}.{type.Name}" : type.Name;

    private static long Product(long[] sizes) => sizes.Aggregate(1L, (product, size) => product * size);
}
