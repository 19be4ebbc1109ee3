using System.Collections.Immutable;
using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;
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
        var symbol = (INamedTypeSymbol)context.Symbol;
        if (!symbol.GetAttributes().Any(AttributeReader.Is<GanAttribute>))
        {
            return;
        }

        var declaration = GanParser.Parse(symbol, context.CancellationToken);
        foreach (var problem in GanInference.Infer(declaration).Problems)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(Descriptors.Of(problem.Rule), problem.Location, problem.Message)
            );
        }
    }
}
