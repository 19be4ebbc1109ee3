using System.Globalization;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Checks a saved state against the optimiser that shall go on from it. Each throws a <see cref="GanException"/>.</summary>
internal static class OptimizerStateCheck
{
    /// <summary>The learning rate in a state.</summary>
    public static double LearningRate(IReadOnlyDictionary<string, Tensor> state, string name)
    {
        if (!state.TryGetValue(name, out var saved))
        {
            throw Refused($"it has no {name}");
        }

        RequireAlive(saved, name);
        if (saved.dtype != ScalarType.Float64 || saved.dim() != 0)
        {
            throw Refused($"{name} is {saved.dtype} {ShapeText.Of(saved.shape)}, but it has to be a Float64 scalar");
        }

        var rate = saved.item<double>();
        return rate is >= 0 and <= Hyperparameter.GreatestLearningRate
            ? rate
            : throw Refused(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} is {rate}, but it has to be at least 0 and at most 1000000"
                )
            );
    }

    /// <summary>Refuses a state that lacks a name or has one too many.</summary>
    public static void Names(IReadOnlyDictionary<string, Tensor> state, IReadOnlyCollection<string> names)
    {
        if (names.FirstOrDefault(name => !state.ContainsKey(name)) is { } missing)
        {
            throw Refused($"it has no {missing}");
        }

        if (state.Keys.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw Refused($"it has a {MessageText.Of(unknown)}, which this optimiser does not keep");
        }
    }

    /// <summary>Refuses a tensor that cannot take the place of <paramref name="kept"/>.</summary>
    public static void Like(Tensor kept, Tensor saved, string name)
    {
        RequireAlive(saved, name);
        if (saved.dtype != kept.dtype || !saved.shape.SequenceEqual(kept.shape))
        {
            throw Refused(
                $"{name} is {saved.dtype} {ShapeText.Of(saved.shape)}, but it has to be {kept.dtype} {ShapeText.Of(kept.shape)}"
            );
        }
    }

    private static void RequireAlive(Tensor saved, string name)
    {
        if (saved.IsInvalid)
        {
            throw Refused($"{name} has been disposed");
        }
    }

    private static GanException Refused(string found) =>
        new($"The optimiser cannot go on from this state: {found}; load the state that the same declaration saved.");
}
