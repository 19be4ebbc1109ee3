using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Benchmarks;

/// <summary>A project of many GANs, each the DCGAN of the digits example in a file of its own, and one file without.</summary>
internal sealed class ManyGans
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private const string Elsewhere = "public class Elsewhere { }";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("GanDsl.Generators", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    private readonly SyntaxTree elsewhere = Parse(Elsewhere);
    private readonly SyntaxTree first = Parse(Declaration(0));

    public ManyGans(int count)
    {
        Compilation = CSharpCompilation.Create(
            "ManyGans",
            Enumerable
                .Range(1, count - 1)
                .Select(number => Parse(Declaration(number)))
                .Append(elsewhere)
                .Prepend(first),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
    }

    public CSharpCompilation Compilation { get; }

    public CSharpCompilation WithKeystrokeElsewhere() =>
        Compilation.ReplaceSyntaxTree(elsewhere, Parse("public class Elsewhere { int x; }"));

    public CSharpCompilation WithChangedLayer() =>
        Compilation.ReplaceSyntaxTree(first, Parse(Declaration(0).Replace("LeakyReLU(0.2)", "LeakyReLU(0.3)")));

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, ParseOptions);

    private static string Declaration(int number) =>
        $$"""
            using GanDsl;

            namespace Models;

            [Gan]
            [Latent(64)]
            [Image(1, 28, 28)]
            public partial class Gan{{number}}
            {
                [Generator]
                [Linear(128 * 7 * 7), BatchNorm, ReLU]
                [Reshape(128, 7, 7)]
                [ConvTranspose2d(64, 4, Stride = 2, Padding = 1), BatchNorm, ReLU]
                [ConvTranspose2d(1, 4, Stride = 2, Padding = 1), Tanh]
                public partial class Generator;

                [Discriminator]
                [Conv2d(64, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
                [Conv2d(128, 4, Stride = 2, Padding = 1), LeakyReLU(0.2)]
                [Flatten, Linear(1)]
                public partial class Discriminator;
            }
            """;
}
