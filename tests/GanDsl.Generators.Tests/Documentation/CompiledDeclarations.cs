using System.Text.RegularExpressions;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>
/// What the build says of declarations in the documentation. Those of one language version are compiled together, each in a namespace
/// of its own.
/// </summary>
internal sealed partial class CompiledDeclarations
{
    private const string Import = "using GanDsl;\n";

    private CompiledDeclarations(ILookup<string, Diagnostic> problems, IReadOnlyList<Diagnostic> compilerErrors)
    {
        Problems = problems;
        CompilerErrors = compilerErrors;
    }

    /// <summary>What the analyzer says, by the namespace of the declaration.</summary>
    public ILookup<string, Diagnostic> Problems { get; }

    /// <summary>What the compiler says of the declarations themselves; the code that is generated for them has tests of its own.</summary>
    public IReadOnlyList<Diagnostic> CompilerErrors { get; }

    public static async Task<CompiledDeclarations> Of(IEnumerable<(string Namespace, string Text)> declarations)
    {
        var problems = new List<(string Namespace, Diagnostic Diagnostic)>();
        var compilerErrors = new List<Diagnostic>();
        foreach (var project in declarations.GroupBy(declaration => LanguageOf(declaration.Text)))
        {
            var files = project.ToList();
            var run = GeneratorRun.On(project.Key, [.. files.Select(file => InNamespace(file.Namespace, file.Text))]);
            var trees = run.Input.SyntaxTrees;
            var found = await run.AnalyzerDiagnosticsAsync();
            problems.AddRange(found.Select(each => (files[trees.IndexOf(each.Location.SourceTree!)].Namespace, each)));
            compilerErrors.AddRange(
                trees
                    .SelectMany(tree => run.Output.GetSemanticModel(tree).GetDiagnostics())
                    .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            );
        }

        return new(problems.ToLookup(problem => problem.Namespace, problem => problem.Diagnostic), compilerErrors);
    }

    private static string InNamespace(string name, string declaration) =>
        declaration.Replace(Import, $"{Import}namespace {name};\n");

    /// <summary>The version that a declaration asks for in a comment, as its project would; else the latest.</summary>
    private static LanguageVersion LanguageOf(string declaration) =>
        LanguageVersionElement().Match(declaration) is { Success: true } element
        && LanguageVersionFacts.TryParse(element.Groups[1].Value, out var version)
            ? version
            : LanguageVersion.Latest;

    [GeneratedRegex("<LangVersion>(.+)</LangVersion>")]
    private static partial Regex LanguageVersionElement();
}
