using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Why a label type does not take a tensor.</summary>
internal static class LabelRefusal
{
    /// <summary>A sentence for the person who has the tensor; null if it is as it must be.</summary>
    public static string? Of(Type type, Tensor tensor, int classes)
    {
        string holds = $"{BatchRefusal.Name(type)} holds the classes of N examples, [N] of int64";
        if (tensor.dtype != ScalarType.Int64)
            return $"{holds}, but the tensor is {tensor.dtype}; convert it with tensor.to(torch.int64).";
        if (tensor.dim() != 1)
            return $"{holds}, but the tensor is {ShapeText.Of(tensor.shape)}; flatten it, or take the index of one-hot rows with argmax(1).";
        if (tensor.shape[0] == 0)
            return null;

        using DisposeScope scope = NewDisposeScope();
        long least = tensor.min().item<long>();
        long greatest = tensor.max().item<long>();
        return least >= 0 && greatest < classes
            ? null
            : $"{holds}, of the classes 0 to {classes - 1}, but one of them is {(least < 0 ? least : greatest)}.";
    }
}
