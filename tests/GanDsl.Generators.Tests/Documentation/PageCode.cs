using System.Reflection;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>Code of the pages for contributors, compiled as it would be where the page puts it.</summary>
internal static class PageCode
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        """;

    /// <summary>The block of C# of a page that contains a text.</summary>
    public static string Block(string page, string text) =>
        Assert.Single(Markdown.CSharpBlocks(Repository.Read(page)), block => block.Contains(text));

    /// <summary>
    /// A file of the generator, the declarations of layers and losses among them. What is internal there is open to it: its assembly has the
    /// name of this one, which the generator lets see it.
    /// </summary>
    public static Assembly InGenerator(string file) =>
        Load(
            CSharpCompilation.Create(
                typeof(PageCode).Assembly.GetName().Name,
                [GeneratorRun.Parse(GlobalUsings, 0), GeneratorRun.Parse(file, 1)],
                GeneratorRun
                    .References.Where(reference => Path.GetFileName(reference.Display) != "GanDsl.dll")
                    .Append(MetadataReference.CreateFromFile(typeof(LayerAttribute).Assembly.Location)),
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    warningLevel: 9999,
                    nullableContextOptions: NullableContextOptions.Enable,
                    concurrentBuild: false
                )
            )
        );

    /// <summary>Files that see what is public in the library, and what is generated for the GANs in them.</summary>
    public static Assembly WithLibrary(params string[] files) => Load(GeneratorRun.On([GlobalUsings, .. files]).Output);

    /// <summary>Files that see what is public in the library, with nothing generated for them.</summary>
    public static Assembly Compiled(params string[] files) => Load(GeneratorRun.Compile([GlobalUsings, .. files]));

    private static Assembly Load(Compilation compilation)
    {
        Assert.Empty(
            compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        );
        using var file = new MemoryStream();
        Assert.True(compilation.Emit(file).Success);
        return Assembly.Load(file.ToArray());
    }
}
