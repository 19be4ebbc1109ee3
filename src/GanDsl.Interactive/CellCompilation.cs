using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GanDsl.Interactive;

/// <summary>A cell of declarations, compiled with the generator.</summary>
/// <param name="Classes">The full names of its public classes, without those inside of others.</param>
/// <param name="AssemblyName">The simple name of its assembly.</param>
/// <param name="Assembly">The assembly; empty where there are errors.</param>
/// <param name="Errors">What has to be mended, as the compiler says it.</param>
/// <param name="Warnings">What is hardly meant.</param>
internal sealed record CellCompilation(
    IReadOnlyList<string> Classes,
    string AssemblyName,
    byte[] Assembly,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Warnings
)
{
    private const string GeneratorName = "GanDsl.Generators.dll";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using GanDsl;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private static readonly Lazy<Assembly> Generators = new(LoadGenerators);

    /// <summary>Compiles a cell.</summary>
    /// <param name="code">Its text.</param>
    /// <param name="number">Tells it from the cells before, so that a class can be declared again.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<CellCompilation> Of(string code, int number, CancellationToken cancellation)
    {
        var (assemblyName, space) = ($"GanDsl.Notebook.Cell{number}", $"Cell{number}");
        var cell = CSharpSyntaxTree.ParseText(code, Parsing, cancellationToken: cancellation);
        var root = CellSyntax.InNamespace((CompilationUnitSyntax)await cell.GetRootAsync(cancellation), space);
        var compilation = CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.Create(root, Parsing), CSharpSyntaxTree.ParseText(Usings, Parsing, "Usings.cs")],
            References(),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );

        var driver = CSharpGeneratorDriver.Create(
            [Instance<IIncrementalGenerator>().AsSourceGenerator()],
            parseOptions: Parsing
        );
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var problems, cancellation);
        var rules = await generated
            .WithAnalyzers([Instance<DiagnosticAnalyzer>()])
            .GetAnalyzerDiagnosticsAsync(cancellation);
        using var assembly = new MemoryStream();
        var emitted = generated.Emit(assembly, cancellationToken: cancellation);
        IReadOnlyList<Diagnostic> diagnostics = [.. rules, .. problems, .. emitted.Diagnostics];
        var errors = TextOf(diagnostics, DiagnosticSeverity.Error);
        return new(
            [
                .. PublicClasses(
                    generated.Assembly.GlobalNamespace.GetNamespaceMembers().Single(each => each.Name == space)
                ),
            ],
            assemblyName,
            errors.Count == 0 ? assembly.ToArray() : [],
            errors,
            TextOf(diagnostics, DiagnosticSeverity.Warning)
        );
    }

    private static IEnumerable<string> PublicClasses(INamespaceSymbol space) =>
        space
            .GetTypeMembers()
            .Where(type => type.DeclaredAccessibility == Accessibility.Public && type.Arity == 0)
            .Select(type => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            .Concat(space.GetNamespaceMembers().SelectMany(PublicClasses));

    /// <summary>What the notebook has loaded.</summary>
    private static IEnumerable<MetadataReference> References() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat([typeof(GanAttribute).Assembly.Location, typeof(TorchSharp.torch).Assembly.Location])
            .DistinctBy(Path.GetFileName)
            .Select(path => MetadataReference.CreateFromFile(path));

    private static IReadOnlyList<string> TextOf(IEnumerable<Diagnostic> diagnostics, DiagnosticSeverity severity) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == severity).Select(Text).Distinct()];

    private static string Text(Diagnostic diagnostic) =>
        CSharpDiagnosticFormatter.Instance.Format(diagnostic, CultureInfo.InvariantCulture);

    private static T Instance<T>()
    {
        var type = Generators.Value.GetTypes().Single(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract);
        return (T)Activator.CreateInstance(type)!;
    }

    private static Assembly LoadGenerators()
    {
        using var resource = typeof(CellCompilation).Assembly.GetManifestResourceStream(GeneratorName)!;
        return AssemblyLoadContext.Default.LoadFromStream(resource);
    }
}
