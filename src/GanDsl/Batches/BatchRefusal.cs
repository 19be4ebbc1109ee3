using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Why a tensor is no batch of a model.</summary>
internal static class BatchRefusal
{
    /// <summary>A sentence for the person who has the tensor; null if it is as it must be.</summary>
    /// <param name="subject">What takes the tensor, with its verb: "DigitGan.Images holds".</param>
    /// <param name="type">The type of the tensor.</param>
    /// <param name="shape">The shape of the tensor.</param>
    /// <param name="exampleShape">The declared shape of one example, without N.</param>
    public static string? Of(string subject, ScalarType type, long[] shape, long[] exampleShape)
    {
        var holds = $"{subject} {ShapeText.OfBatch(exampleShape)}";
        if (!is_floating_point(type))
        {
            return $"{holds} of a floating-point type, but the tensor is {type}; convert it with tensor.to(torch.float32).";
        }

        if (shape.Length == exampleShape.Length + 1 && shape.AsSpan(1).SequenceEqual(exampleShape))
        {
            return null;
        }

        return $"{holds}, but the tensor is {ShapeText.Of(shape)}; {ShapeRemedy.Of(shape, exampleShape)}.";
    }

    /// <summary>The name as the user writes it, with the class that it is nested in: "DigitGan.Images".</summary>
    internal static string Name(Type type) =>
        type.DeclaringType is { } outer ? $"{Name(outer)}.{type.Name}" : type.Name;
}
