using GanDsl.CodeFixes;
using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>
/// A solution of one project on which the code fix is run as an editor runs it. It is ours and does only what these tests need:
/// Microsoft.CodeAnalysis.CSharp.CodeFix.Testing cannot be restored everywhere.
/// </summary>
internal sealed class FixRun
{
    private static readonly MendCodeFix CodeFix = new();

    // Forks of one empty solution share its references.
    private static readonly Solution Empty = new AdhocWorkspace().CurrentSolution;

    private readonly Solution solution;

    private FixRun(Solution solution) => this.solution = solution;

    private Project Project => solution.Projects.First();

    public static FixRun On(params string[] sources) => new(Add(Empty, "Models", sources));

    /// <summary>The same with one project more.</summary>
    public FixRun And(params string[] sources) => new(Add(solution, "More", sources));

    /// <summary>The texts of all documents, as they are now.</summary>
    public async Task<string[]> TextsAsync()
    {
        var documents = solution.Projects.SelectMany(project => project.Documents);
        var texts = await Task.WhenAll(documents.Select(document => document.GetTextAsync()));
        return [.. texts.Select(text => text.ToString())];
    }

    /// <summary>What the analyzer reports, in the order of the source.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync() => await DiagnosticsAsync(Project);

    /// <summary>The choices that the editor offers at a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> OffersAsync(Diagnostic diagnostic)
    {
        var offers = new List<CodeAction>();
        var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
        var context = new CodeFixContext(document, diagnostic, (offer, _) => offers.Add(offer), default);
        await CodeFix.RegisterCodeFixesAsync(context);
        return offers;
    }

    public async Task<FixRun> ApplyAsync(CodeAction offer)
    {
        var operations = await offer.GetOperationsAsync(default);
        return new(Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution);
    }

    /// <summary>Fix All of one choice, from the document of the first diagnostic with its id.</summary>
    public async Task<FixRun> FixAllAsync(string id, string? key, FixAllScope scope)
    {
        var provider = new ReportedDiagnostics(DiagnosticsAsync);
        var reported = await provider.GetAllDiagnosticsAsync(Project, default);
        return await FixAllAsync(reported.First(diagnostic => diagnostic.Id == id), key, scope, provider);
    }

    /// <summary>Fix All over these diagnostics instead of the analyzer's.</summary>
    public Task<FixRun> FixAllAsync(IReadOnlyList<Diagnostic> diagnostics, string? key)
    {
        var provider = new ReportedDiagnostics(_ => Task.FromResult(diagnostics));
        return FixAllAsync(diagnostics[0], key, FixAllScope.Document, provider);
    }

    /// <summary>The tree of a document, for diagnostics that a test makes itself.</summary>
    public async Task<SyntaxTree> TreeAsync(int document) =>
        (await Project.Documents.ElementAt(document).GetSyntaxTreeAsync())!;

    private async Task<FixRun> FixAllAsync(
        Diagnostic diagnostic,
        string? key,
        FixAllScope scope,
        FixAllContext.DiagnosticProvider provider
    )
    {
        var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
        var context = new FixAllContext(document, CodeFix, scope, key, [diagnostic.Id], provider, default);
        var action = await CodeFix.GetFixAllProvider().GetFixAsync(context);
        return action is null ? this : await ApplyAsync(action);
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        CSharpGeneratorDriver
            .Create([new GanGenerator().AsSourceGenerator()], parseOptions: GeneratorRun.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var diagnostics = await output.WithAnalyzers([new GanAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        // Analyzers run concurrently and report in no order.
        var trees = compilation.SyntaxTrees.ToList();
        return
        [
            .. diagnostics
                .OrderBy(diagnostic => trees.IndexOf(diagnostic.Location.SourceTree!))
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    private static Solution Add(Solution solution, string name, string[] sources)
    {
        var project = solution
            .AddProject(name, name, LanguageNames.CSharp)
            .WithParseOptions(GeneratorRun.ParseOptions)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithMetadataReferences(GeneratorRun.References);
        for (var index = 0; index < sources.Length; index++)
        {
            project = project.AddDocument($"{name}{index}.cs", sources[index]).Project;
        }

        return project.Solution;
    }

    private sealed class ReportedDiagnostics(Func<Project, Task<IReadOnlyList<Diagnostic>>> report)
        : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project,
            CancellationToken cancellationToken
        ) => await report(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken cancellationToken
        )
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await report(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project,
            CancellationToken cancellationToken
        ) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
