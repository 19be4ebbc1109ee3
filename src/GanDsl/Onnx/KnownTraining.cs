using System.Globalization;

namespace GanDsl;

/// <summary>How the weights of an export were trained, as far as is known.</summary>
/// <param name="Steps">The training steps; null where they are not known.</param>
/// <param name="Epochs">The epochs begun; null where they are not known, or where there were none, as with a sampler.</param>
/// <param name="Options">The options of the training by name.</param>
internal sealed record KnownTraining(long? Steps, int? Epochs, IReadOnlyList<KeyValuePair<string, string?>> Options)
{
    /// <summary>What a GAN knows itself: nothing of weights that were loaded without their training, perhaps with other options.</summary>
    public static KnownTraining Of(TrainingState state) =>
        state.Progress.Step == 0
            ? new(null, null, [])
            : new(
                state.Progress.Step,
                state.Progress.Epoch == 0 ? null : state.Progress.Epoch,
                [.. OptionTexts.Of(state.Options)]
            );

    /// <summary>The rows of a table: a name and a value each.</summary>
    public IEnumerable<(string Name, string Value)> Rows() =>
        [
            .. Options.Where(option => option.Value is not null).Select(option => (option.Key, option.Value!)),
            ("training steps", Text(Steps)),
            ("epochs begun", Steps is not null && Epochs is null ? "none" : Text(Epochs)),
        ];

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "not known";
}
