namespace GanDsl.Generators.Models;

/// <summary>The training steps with another k.</summary>
/// <param name="DiscriminatorSteps">k of these.</param>
/// <param name="First">How many from the first one on.</param>
/// <param name="Every">After how many one of them comes again; 0 for never.</param>
internal sealed record DiscriminatorScheduleModel(int DiscriminatorSteps, int First, int Every)
{
    /// <summary>In words, such as "the first 25 training steps and every 500th".</summary>
    public string Text =>
        First == 1 && Every > 0 ? $"every {Ordinal(Every)} training step from the first one on"
        : Every == 0 ? Beginning
        : $"{Beginning} and every {Ordinal(Every)}";

    private string Beginning =>
        First == 1 ? "the first training step" : $"the first {CodeText.Count(First)} training steps";

    private static string Ordinal(int number) =>
        CodeText.Count(number)
        + (
            (number % 100) is 11 or 12 or 13
                ? "th"
                : (number % 10) switch
                {
                    1 => "st",
                    2 => "nd",
                    3 => "rd",
                    _ => "th",
                }
        );
}
