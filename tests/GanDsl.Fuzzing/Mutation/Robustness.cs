using GanDsl.Fuzzing.Building;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace GanDsl.Fuzzing.Mutation;

/// <summary>What has to hold for any text whatever: nothing throws, the same text gives the same files, what is accepted compiles.</summary>
internal static class Robustness
{
    /// <summary>What the compiler says of a class that is not partial, once its other part is generated: that is the message meant.</summary>
    private const string MissingPartial = "CS0260";

    private static readonly IReadOnlyList<GeneratorDriver> Drivers =
    [
        .. Corpus.Texts.Select(text => GeneratorRun.On(text).Driver),
    ];

    /// <summary>What does not hold; null when everything does.</summary>
    public static string? Violation(Mutant mutant)
    {
        var run = GeneratorRun.On(mutant.Text);
        var result = run.Driver.GetRunResult().Results.Single();
        if (result.Exception is { } thrown)
        {
            return $"The generator throws: {thrown}";
        }

        var analysis = Analysis.Of(run, run.Input.SyntaxTrees);
        if (analysis.Crash is { } crash)
        {
            return $"The analyzer throws: {crash}";
        }

        // As in an editor: the same driver saw the text before the edit.
        var edited = Drivers[mutant.Original].RunGenerators(run.Input).GetRunResult().Results.Single();
        return edited.Exception is { } later ? $"The generator throws after an edit: {later}"
            : Texts(result).SequenceEqual(Texts(edited)) ? BrokenEmission(run, analysis)
            : "The generator gives other files after an edit than at first";
    }

    /// <summary>The mistakes of the mutant itself are the compiler's business; without any, generated code has to compile.</summary>
    private static string? BrokenEmission(GeneratorRun run, Analysis analysis)
    {
        if (run.Sources.Length == 0 || analysis.Errors.Any() || Errors(run.Input).Any())
        {
            return null;
        }

        var errors = Errors(run.Output)
            .Where(error => error.Id != MissingPartial)
            .Select(error => error.ToString())
            .ToList();
        return errors.Count == 0 ? null : $"What is accepted does not compile:\n  {string.Join("\n  ", errors)}";
    }

    private static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static IEnumerable<string> Texts(GeneratorRunResult result) =>
        result
            .GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Select(source => $"{source.HintName}\n{source.SourceText}");
}
