using System.Collections.Immutable;
using GanDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Generators.Tests.Infrastructure;

/// <summary>Runs generator and analyzer on source text, as the compiler does for a user's project.</summary>
internal sealed class GeneratorRun
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("GanDsl.Generators", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input, Compilation output)
    {
        Driver = driver;
        Input = input;
        Output = output;
    }

    /// <summary>The driver after the run; running it again shows what is recomputed.</summary>
    public GeneratorDriver Driver { get; }

    public CSharpCompilation Input { get; }

    /// <summary>The input with the generated files.</summary>
    public Compilation Output { get; }

    public ImmutableArray<GeneratedSourceResult> Sources => Driver.GetRunResult().Results.Single().GeneratedSources;

    public static GeneratorRun On(params string[] sources) => On(Compile(sources));

    public static GeneratorRun On(LanguageVersion language, params string[] sources) =>
        On(Compile(ParseOptions.WithLanguageVersion(language), sources));

    public static GeneratorRun On(CSharpCompilation input)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new GanGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)input.SyntaxTrees[0].Options,
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: true
            )
        );
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        return new(driver, input, output);
    }

    /// <summary>A user's library at the highest warning level, with nullable on.</summary>
    public static CSharpCompilation Compile(params string[] sources) => Compile(ParseOptions, sources);

    private static CSharpCompilation Compile(CSharpParseOptions options, string[] sources) =>
        CSharpCompilation.Create(
            "Models" + Guid.NewGuid().ToString("N"),
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"Source{index}.cs")),
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                warningLevel: 9999,
                nullableContextOptions: NullableContextOptions.Enable,
                // Tests, and the fuzzer's workers, already run side by side.
                concurrentBuild: false
            )
        );

    /// <summary>The file of a project at a place among its files.</summary>
    public static SyntaxTree Parse(string source, int index) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, $"Source{index}.cs");

    /// <summary>What the compiler says of the input with the generated code: warnings and errors.</summary>
    public IReadOnlyList<Diagnostic> CompilerDiagnostics() =>
        [
            .. Output
                .GetDiagnostics()
                .Where(diagnostic =>
                    diagnostic.Severity >= DiagnosticSeverity.Warning && !IsMissingCommentOfInput(diagnostic)
                ),
        ];

    private bool IsMissingCommentOfInput(Diagnostic diagnostic) =>
        diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree is { } tree && Input.SyntaxTrees.Contains(tree);

    /// <summary>What the analyzer says of the input, in the order of the source.</summary>
    public async Task<IReadOnlyList<Diagnostic>> AnalyzerDiagnosticsAsync(
        params (string Id, ReportDiagnostic Severity)[] configuration
    )
    {
        var severities = configuration.ToDictionary(each => each.Id, each => each.Severity);
        var configured = Output.WithOptions(Output.Options.WithSpecificDiagnosticOptions(severities));
        var analysis = configured.WithAnalyzers([new GanAnalyzer()]);
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
