using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>What is emitted depends on the declarations and on nothing else.</summary>
public class DeterminismTests
{
    private const string Other = """
        namespace Demo;

        /// <summary>Some other class.</summary>
        public class Other;
        """;

    private static readonly string[] Gans = [DeclaredGans.Digits, DeclaredGans.Ring, DeclaredGans.Nested];

    private static readonly string Expected = EmittedFor(GeneratorRun.Compile(Gans));

    [Fact]
    public void Not_on_the_line_ends_of_the_source()
    {
        var withCarriageReturns = Gans.Select(gan => gan.Replace("\n", "\r\n")).ToArray();

        Assert.Contains("\r\n/// <summary>Handwritten digits.</summary>\r\n", withCarriageReturns[0]);
        Assert.Equal(Expected, EmittedFor(GeneratorRun.Compile(withCarriageReturns)));
    }

    [Fact]
    public void Not_on_the_order_of_the_files() =>
        Assert.Equal(Expected, EmittedFor(GeneratorRun.Compile([.. Gans.Reverse()])));

    [Fact]
    public void Not_on_how_the_classes_are_spread_over_files()
    {
        var asBlock = DeclaredGans.Ring.Replace("namespace Demo.Points;", "namespace Demo.Points {") + "}";
        var inOneFile = asBlock + DeclaredGans.Nested.Replace("using GanDsl;", "");

        Assert.Equal(Expected, EmittedFor(GeneratorRun.Compile(DeclaredGans.Digits, inOneFile)));
    }

    [Fact]
    public void Not_on_where_the_parts_of_a_class_stand()
    {
        const string Network = "    public partial class Discriminator;";
        var digits = DeclaredGans.Digits.Replace(Network, Network + " public partial class Generator { }");
        const string Part = "namespace Demo; public partial class DigitGan { public partial class Discriminator { } }";

        Assert.Equal(Expected, EmittedFor(GeneratorRun.Compile(Part, digits, Gans[1], Gans[2])));
    }

    [Fact]
    public void Not_on_other_classes() => Assert.Equal(Expected, EmittedFor(GeneratorRun.Compile([Other, .. Gans])));

    [Theory]
    [InlineData("/home/somebody/Models")]
    [InlineData(@"C:\Users\Somebody\Models")]
    [InlineData("")]
    public void Not_on_the_path_of_the_files(string folder)
    {
        var compilation = GeneratorRun.Compile(Gans);
        foreach (var tree in compilation.SyntaxTrees)
        {
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithFilePath($"{folder}/{tree.FilePath}"));
        }

        Assert.Equal(Expected, EmittedFor(compilation));
    }

    [Fact]
    public void Not_on_the_name_of_the_assembly() =>
        Assert.Equal(Expected, EmittedFor(GeneratorRun.Compile(Gans).WithAssemblyName("Another")));

    [Fact]
    public void Not_on_the_run() => Assert.Equal(Expected, EmittedFor(GeneratorRun.Compile(Gans)));

    /// <summary>Names and texts of all files; their order is not part of what is emitted.</summary>
    internal static string EmittedFor(CSharpCompilation compilation)
    {
        var files = GeneratorRun
            .On(compilation)
            .Sources.Select(source => $"{source.HintName}\n{source.SourceText}")
            .Order(StringComparer.Ordinal);
        return string.Join("\n", files);
    }
}
