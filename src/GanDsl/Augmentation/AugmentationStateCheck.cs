using System.Globalization;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Checks a saved state against the augmentation that shall go on from it. Each throws a <see cref="GanException"/>.</summary>
internal static class AugmentationStateCheck
{
    /// <summary>Refuses a state that lacks a name or has one too many.</summary>
    public static void Names(IReadOnlyDictionary<string, Tensor> state, IReadOnlyCollection<string> names)
    {
        if (names.FirstOrDefault(name => !state.ContainsKey(name)) is { } missing)
        {
            throw Refused($"it has no {missing}");
        }

        if (state.Keys.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw Refused($"it has a {MessageText.Of(unknown)}, which an augmentation does not keep");
        }
    }

    /// <summary>A number in a state.</summary>
    public static double Float64(IReadOnlyDictionary<string, Tensor> state, string name) =>
        Scalar(state, name, ScalarType.Float64).item<double>();

    /// <summary>A whole number in a state.</summary>
    public static long Int64(IReadOnlyDictionary<string, Tensor> state, string name) =>
        Scalar(state, name, ScalarType.Int64).item<long>();

    /// <summary>Refuses a value outside its range.</summary>
    public static void Require(bool isRight, string name, double value, string needed)
    {
        if (!isRight)
        {
            throw Refused(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, but it has to be {needed}"));
        }
    }

    private static Tensor Scalar(IReadOnlyDictionary<string, Tensor> state, string name, ScalarType type)
    {
        var saved = state[name];
        if (saved.IsInvalid)
        {
            throw Refused($"{name} has been disposed");
        }

        return saved.dtype == type && saved.dim() == 0
            ? saved
            : throw Refused($"{name} is {saved.dtype} {ShapeText.Of(saved.shape)}, but it has to be a {type} scalar");
    }

    private static GanException Refused(string found) =>
        new($"The augmentation cannot go on from this state: {found}; load the state that the same declaration saved.");
}
