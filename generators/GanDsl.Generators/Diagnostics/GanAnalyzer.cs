using System.Collections.Immutable;
using GanDsl.Generators.Parsing;
using GanDsl.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Generators.Diagnostics;

/// <summary>Reports what is wrong with a declared GAN, at the attribute at fault, through the generator's own parser and inference.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GanAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.All];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        foreach (
            var problem in Problems((INamedTypeSymbol)context.Symbol, context.Compilation, context.CancellationToken)
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.Of(problem.Rule),
                    problem.Location,
                    problem.Mends.Select(mend => mend.Target),
                    MendProperties.Write(problem.Mends),
                    problem.Message
                )
            );
        }
    }

    private static IEnumerable<Problem> Problems(
        INamedTypeSymbol symbol,
        Compilation compilation,
        CancellationToken cancellation
    )
    {
        var stray = StrayAttributes.Find(symbol, cancellation);
        if (!symbol.GetAttributes().Any(AttributeReader.Is<GanAttribute>))
        {
            return stray;
        }

        var gan = DeclaredGan.Read(symbol, compilation, cancellation);
        var remarks = gan.IsComplete ? GanCheck.Warnings.SelectMany(check => check.Problems(gan)) : [];
        return [.. stray, .. gan.Problems, .. remarks];
    }
}
