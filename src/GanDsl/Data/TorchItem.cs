using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>The tensors by name that an item or a batch of TorchSharp's data sets is.</summary>
internal static class TorchItem
{
    private const int MostNames = 10;

    /// <summary>The tensor of an example, or of several.</summary>
    /// <param name="item">What was answered.</param>
    /// <param name="key">The name of the tensor.</param>
    /// <param name="place">What the item is, as the subject of a sentence.</param>
    /// <exception cref="GanException">There is none, or one of integers.</exception>
    public static Tensor Example(Dictionary<string, Tensor>? item, string key, string place)
    {
        var example = Named(item, key, place);
        return example.is_floating_point()
            ? example
            : throw new GanException(
                $"The tensor '{key}' of {Subject(place)} is {example.dtype}, but examples are of a floating-point type: convert it with "
                    + "tensor.to(torch.float32) and scale it."
            );
    }

    /// <summary>The class of one item.</summary>
    /// <exception cref="GanException">There is none.</exception>
    public static int Label(Dictionary<string, Tensor>? item, string key, string place)
    {
        var label = Integers(item, key, place);
        if (label.numel() != 1)
        {
            throw new GanException(
                $"The tensor '{key}' of {Subject(place)} has the shape {ShapeText.Of(label.shape)}, but a label is one integer: take the index of "
                    + "one-hot rows with argmax()."
            );
        }

        using var wide = label.to(int64).cpu();
        var number = wide.item<long>();
        return number is >= 0 and <= int.MaxValue
            ? (int)number
            : throw new GanException(
                $"The tensor '{key}' of {Subject(place)} is {number}, but labels count classes from 0; number them anew."
            );
    }

    /// <summary>A tensor of integers.</summary>
    /// <exception cref="GanException">There is none.</exception>
    public static Tensor Integers(Dictionary<string, Tensor>? item, string key, string place)
    {
        var labels = Named(item, key, place);
        return
            labels.dtype
                is ScalarType.Int64
                    or ScalarType.Int32
                    or ScalarType.Int16
                    or ScalarType.Int8
                    or ScalarType.Byte
            ? labels
            : throw new GanException(
                $"The tensor '{key}' of {Subject(place)} is {labels.dtype}, but labels are integers: convert it with tensor.to(torch.int64)."
            );
    }

    private static Tensor Named(Dictionary<string, Tensor>? item, string key, string place) =>
        item is not null && item.TryGetValue(key, out var found) && found is not null
            ? found
            : throw new GanException(
                $"{place} has no tensor '{key}', but "
                    + (
                        item is not { Count: > 0 }
                            ? "none at all"
                            : string.Join(", ", item.Keys.Take(MostNames).Select(name => $"'{name}'"))
                    )
                    + "; name one that it has."
            );

    private static string Subject(string place) => char.ToLowerInvariant(place[0]) + place[1..];
}
