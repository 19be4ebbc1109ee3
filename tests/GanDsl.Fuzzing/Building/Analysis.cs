using System.Collections.Immutable;
using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Fuzzing.Building;

/// <summary>What GanDsl's analyzers say of some files of a project.</summary>
/// <param name="Diagnostics">What they report.</param>
/// <param name="Crash">What one of them threw; null where none did.</param>
internal sealed record Analysis(IReadOnlyList<Diagnostic> Diagnostics, string? Crash)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(GanAnalyzer)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public IEnumerable<Diagnostic> Errors =>
        Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Looks at these files only: those that are generated need no second look.</summary>
    public static Analysis Of(GeneratorRun run, IEnumerable<SyntaxTree> trees)
    {
        string? crash = null;
        var analysis = run.Output.WithAnalyzers(
            Analyzers,
            new CompilationWithAnalyzersOptions(
                options: new AnalyzerOptions([]),
                onAnalyzerException: (exception, _, _) => crash = exception.ToString(),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false
            )
        );
        var diagnostics = trees
            .SelectMany(tree =>
                analysis
                    .GetAnalyzerSemanticDiagnosticsAsync(run.Output.GetSemanticModel(tree), null, default)
                    .GetAwaiter()
                    .GetResult()
            )
            .ToList();
        return new(diagnostics, crash);
    }
}
