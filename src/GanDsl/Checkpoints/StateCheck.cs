using System.Globalization;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Checks a saved state against what shall go on from it. Each throws a <see cref="GanException"/>.</summary>
/// <param name="owner">What shall go on, such as "optimiser", for messages.</param>
internal sealed class StateCheck(string owner)
{
    /// <summary>Refuses a state that lacks a name or has one too many.</summary>
    public void Names(IReadOnlyDictionary<string, Tensor> state, IReadOnlyCollection<string> names)
    {
        if (names.FirstOrDefault(name => !state.ContainsKey(name)) is { } missing)
        {
            throw Lacks(missing);
        }

        if (state.Keys.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw Refused($"it has a {MessageText.Of(unknown)}, which this {owner} does not keep");
        }
    }

    /// <summary>A number in a state.</summary>
    public double Float64(IReadOnlyDictionary<string, Tensor> state, string name) =>
        Scalar(state, name, ScalarType.Float64).item<double>();

    /// <summary>A whole number in a state.</summary>
    public long Int64(IReadOnlyDictionary<string, Tensor> state, string name) =>
        Scalar(state, name, ScalarType.Int64).item<long>();

    /// <summary>Refuses a value outside its range.</summary>
    public void Require(bool isRight, string name, double value, string needed)
    {
        if (!isRight)
        {
            throw Refused(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, but it has to be {needed}"));
        }
    }

    /// <summary>Refuses a tensor that cannot take the place of <paramref name="kept"/>.</summary>
    public void Like(Tensor kept, Tensor saved, string name)
    {
        RequireAlive(saved, name);
        if (saved.dtype != kept.dtype || !saved.shape.SequenceEqual(kept.shape))
        {
            throw Refused(
                $"{name} is {saved.dtype} {ShapeText.Of(saved.shape)}, but it has to be {kept.dtype} {ShapeText.Of(kept.shape)}"
            );
        }
    }

    private Tensor Scalar(IReadOnlyDictionary<string, Tensor> state, string name, ScalarType type)
    {
        if (!state.TryGetValue(name, out var saved))
        {
            throw Lacks(name);
        }

        RequireAlive(saved, name);
        return saved.dtype == type && saved.dim() == 0
            ? saved
            : throw Refused($"{name} is {saved.dtype} {ShapeText.Of(saved.shape)}, but it has to be a {type} scalar");
    }

    private void RequireAlive(Tensor saved, string name)
    {
        if (saved.IsInvalid)
        {
            throw Refused($"{name} has been disposed");
        }
    }

    private GanException Lacks(string name) => Refused($"it has no {name}");

    private GanException Refused(string found) =>
        new($"The {owner} cannot go on from this state: {found}; load the state that the same declaration saved.");
}
