using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Why a tensor holds no labels of a model.</summary>
internal static class LabelRefusal
{
    /// <summary>A sentence for the person who has the tensor; null if it is as it must be, or its values are not known yet.</summary>
    /// <param name="name">The label type, as the user writes it.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="extremes">Looks at the values.</param>
    public static string? Of(string name, Tensor tensor, int classes, Extremes extremes)
    {
        var holds = $"{name} holds the classes of N examples, [N] of int64";
        if (tensor.dtype != ScalarType.Int64)
        {
            return $"{holds}, but the tensor is {tensor.dtype}; convert it with tensor.to(torch.int64).";
        }

        if (tensor.dim() != 1)
        {
            return $"{holds}, but the tensor is {ShapeText.Of(tensor.shape)}; flatten it, or take the index of one-hot rows with argmax(1).";
        }

        return extremes.Next(tensor) is not (var least, var greatest) || (least >= 0 && greatest < classes)
            ? null
            : FormattableString.Invariant(
                $"{holds}, of the classes 0 to {classes - 1}, but one of them is {(least < 0 ? least : greatest)}; number them anew, or declare more classes."
            );
    }
}
