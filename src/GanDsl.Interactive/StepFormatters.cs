using System.Globalization;
using GanDsl.Training;
using Microsoft.DotNet.Interactive.Formatting;

namespace GanDsl.Interactive;

/// <summary>One training step as a table of what it measured, several as curves of their losses.</summary>
internal static class StepFormatters
{
    /// <summary>Registers both, for HTML.</summary>
    public static void Register()
    {
        Formatter.Register<StepRecord>(Step, HtmlFormatter.MimeType);
        Formatter.Register<IReadOnlyList<StepRecord>>(Steps, HtmlFormatter.MimeType);
    }

    private static string Step(StepRecord step) =>
        Html.Table(
            ["step", .. step.Measurements.Select(each => each.Name)],
            [
                step.Number.ToString(CultureInfo.InvariantCulture),
                .. step.Measurements.Select(each => each.Value.ToString("G4", CultureInfo.InvariantCulture)),
            ]
        );

    private static string Steps(IReadOnlyList<StepRecord> steps) =>
        steps.Count < 2
            ? string.Concat(steps.Select(Step))
            : Html.Drawing(path =>
                LinePlot.Save(
                    path,
                    [
                        Line("discriminator loss", steps, step => step.DiscriminatorLoss),
                        Line("generator loss", steps, step => step.GeneratorLoss),
                    ]
                )
            );

    private static LineSeries Line(string name, IEnumerable<StepRecord> steps, Func<StepRecord, float> loss) =>
        new(name, [.. steps.Select(step => ((double)step.Number, (double)loss(step)))]);
}
