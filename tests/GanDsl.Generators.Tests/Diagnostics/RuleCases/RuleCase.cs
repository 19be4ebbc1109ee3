using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Tests.Diagnostics.RuleCases;

/// <summary>A declaration that breaks a rule at the place between ⟦ and ⟧.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Marked">The declaration, with the marks.</param>
/// <param name="Words">A part of the message.</param>
internal sealed record RuleCase(Rule Rule, string Marked, string Words)
{
    public LanguageVersion Language { get; init; } = LanguageVersion.Latest;

    public string Source => Marked.Replace("⟦", "").Replace("⟧", "");

    public int Start => Marked.IndexOf('⟦');

    public string MarkedText => Marked[(Start + 1)..Marked.IndexOf('⟧')];

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. DeclarationCases.All,
        .. StructureCases.All,
        .. ShapeCases.All,
        .. LayerShapeCases.All,
        .. LayerArgumentCases.All,
        .. RangeCases.All,
        .. NormalizationCases.All,
        .. TrainingCases.All,
    ];

    public override string ToString() => $"{Rule}: {MarkedText}";
}
