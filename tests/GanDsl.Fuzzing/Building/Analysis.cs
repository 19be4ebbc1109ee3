using System.Collections.Immutable;
using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Fuzzing.Building;

/// <summary>Runs GanDsl's analyzers on some files of a project only: what is generated needs no second look.</summary>
internal static class Analysis
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(GanAnalyzer)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static IReadOnlyList<Diagnostic> Of(GeneratorRun run, IEnumerable<SyntaxTree> trees)
    {
        var analysis = run.Output.WithAnalyzers(Analyzers);
        return
        [
            .. trees.SelectMany(tree =>
                analysis
                    .GetAnalyzerSemanticDiagnosticsAsync(run.Output.GetSemanticModel(tree), null, default)
                    .GetAwaiter()
                    .GetResult()
            ),
        ];
    }
}
