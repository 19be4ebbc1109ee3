extern alias Runtime;
using System.Reflection;
using System.Text.RegularExpressions;
using Runtime::GanDsl;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TorchSharp;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace GanDsl.Generators.Tests.Documentation;

/// <summary>docs/contributing/adding-a-layer.md shows a layer that does not exist; put together, its parts are one.</summary>
public class AddingALayerTests
{
    private const string Page = "docs/contributing/adding-a-layer.md";
    private const string Imports = "using TorchSharp; using GanDsl.Modules; using static TorchSharp.torch;";

    private static readonly double[] Numbers = [-700, -2, -0.75, -0.5, -0.25, 0, 1e-30, 0.5, 0.6, 3, 1e30];

    private static readonly Lazy<Type> Definition = new(() =>
        PageCode.InGenerator(PageCode.Block(Page, "class SoftshrinkAttribute")).GetType("GanDsl.SoftshrinkAttribute")!
    );

    /// <summary>The methods have other names here, so that somebody who follows the page does not make them ambiguous.</summary>
    private static readonly Lazy<Assembly> Library = new(() =>
        PageCode.WithLibrary([.. new[] { Arithmetic, OnnxMethod, Uses }.Select(Renamed)])
    );

    private static string Arithmetic =>
        $$""""
            namespace GanDsl.Modules
            {
                {{Imports}}
                /// <summary>In the place of TensorArithmetic.</summary>
                public static class Added
                {
                    {{PageCode.Block(Page, "this Tensor x")}}

                    private static class Compiled
                    {
                        public static readonly jit.CompilationUnit Unit = jit.compile(
            """
            {{Markdown.Blocks(Repository.Read(Page), "python").Single()}}

            """
                        );
                    }
                }
            }
            """";

    private static string OnnxMethod =>
        $$"""
            namespace GanDsl
            {
                /// <summary>In the place of OnnxActivations.</summary>
                public static class Added
                {
                    {{PageCode.Block(Page, "this OnnxGraph graph")}}
                }
            }
            """;

    /// <summary>What the definition emits, in a module that a network can use.</summary>
    private static string Uses =>
        $$"""
            namespace Demo
            {
                {{Imports}}
                using GanDsl;

                /// <summary>The layer.</summary>
                [ShapeRule(KeepsShape = true)]
                public sealed class Shrinking() : nn.Module<Tensor, Tensor>("Shrinking"), IOnnxModule
                {
                    /// <inheritdoc/>
                    public override Tensor forward(Tensor x) => {{Softshrink().Forward("x", "", new Shape(4))}};

                    /// <inheritdoc/>
                    public OnnxValue ToOnnx(OnnxGraph graph, OnnxValue x) =>
                        {{Softshrink().Onnx("x", "", new Shape(4), new Shape(4))}};
                }

                /// <summary>A GAN whose generator ends in it.</summary>
                [Gan, Latent(3), Point(4)]
                public partial class ShrinkingGan
                {
                    /// <summary>Shrinks.</summary>
                    [Generator, Linear(4), Use<Shrinking>]
                    public partial class Generator;

                    /// <summary>Judges.</summary>
                    [Discriminator, Linear(1)]
                    public partial class Discriminator;
                }
            }
            """;

    [Fact]
    public void Its_definition_says_what_a_layer_says()
    {
        var layer = Softshrink();

        Assert.Equal("Softshrink", layer.Kind);
        Assert.Equal(new Shape(3, 8, 8), layer.InferShape(new Shape(3, 8, 8)).Shape);
        Assert.Equal("x.Softshrink(0.5)", layer.Forward("x", "", new Shape(4)));
        Assert.Equal("graph.Softshrink(x, 0.5)", layer.Onnx("x", "", new Shape(4), new Shape(4)));
        Assert.Equal("F.softshrink(x, 0.5)", layer.PyTorch(new Shape(4), new Shape(4)).Forward("x", ""));
    }

    [Theory]
    [InlineData(-2, 3, -1.5, 2.5)]
    [InlineData(-0.25, 0.5, 0, 0)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity)]
    public void Its_range_is_moved_towards_0(
        double least,
        double greatest,
        double expectedLeast,
        double expectedGreatest
    )
    {
        var range = Softshrink().OutputRange(new(least, greatest));

        Assert.Equal((expectedLeast, expectedGreatest), (range.Least, range.Greatest));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(-0.1, false)]
    [InlineData(double.NaN, false)]
    [InlineData(1e39, false)]
    public void Its_argument_is_checked(double lambd, bool isRight) =>
        Assert.Equal(
            isRight ? [] : ["lambd"],
            Softshrink(lambd).ArgumentProblems().Select(problem => problem.Argument)
        );

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Its_arithmetic_is_that_of_torch_bit_for_bit(double lambd)
    {
        using var scope = NewDisposeScope();
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            var x = tensor(Numbers, type).requires_grad_();
            var same = tensor(Numbers, type).requires_grad_();
            var found = (Tensor)
                Library.Value.GetType("GanDsl.Modules.Added")!.GetMethod("AddedSoftshrink")!.Invoke(null, [x, lambd])!;
            var expected = nn.functional.softshrink(same, lambd);
            found.sum().backward();
            expected.sum().backward();

            Assert.Equal(Bits(expected), Bits(found));
            Assert.Equal(Bits(same.grad!), Bits(x.grad!));
        }
    }

    /// <summary>The arithmetic keeps its scalar, as TensorArithmetic does.</summary>
    [Fact]
    public void Its_forward_pass_makes_no_temporary_scalar() =>
        Assert.DoesNotContain(
            TemporaryScalars.In(Library.Value),
            found => !found.StartsWith("Added.", StringComparison.Ordinal)
        );

    [Fact]
    public void An_exported_network_computes_the_same()
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        using var gan = (IGan)Activator.CreateInstance(Library.Value.GetType("Demo.ShrinkingGan")!, [null])!;
        var folder = Directory.CreateTempSubdirectory("gandsl-page-");
        try
        {
            var path = Path.Combine(folder.FullName, "generator.onnx");
            gan.ExportOnnx(path, new OnnxOptions { ModelCard = false });
            using var session = new InferenceSession(path);

            // Far enough from 0 that some values stay and some do not.
            var latents = linspace(-2, 2, 30, ScalarType.Float32).reshape(10, 3);
            var expected = ((nn.Module<Tensor, Tensor>)gan.SampledGenerator).call(latents).data<float>().ToArray();
            using var results = session.Run([
                NamedOnnxValue.CreateFromTensor(
                    session.InputNames[0],
                    new DenseTensor<float>(latents.data<float>().ToArray(), [10, 3])
                ),
            ]);

            Assert.Contains(0, expected);
            Assert.Contains(expected, value => value != 0);
            Assert.All(
                results[0].AsTensor<float>().Zip(expected),
                value => Assert.Equal(value.Second, value.First, 1e-5)
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_table_has_a_row_for_each_member_of_a_layer()
    {
        var members = typeof(LayerAttribute)
            .GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => method.IsVirtual)
            .Select(method => method.IsSpecialName ? method.Name["get_".Length..] : method.Name)
            .Order(StringComparer.Ordinal);

        var table = Markdown.Sections(Repository.Read(Page)).Single(section => section.Title == "What a layer can say");
        var firstColumn = Markdown.Rows(table.Text).Select(cells => cells[0]).ToList();

        Assert.Equal(["constructor, properties"], firstColumn.Where(cell => !cell.StartsWith('`')));
        Assert.Equal(
            members,
            firstColumn
                .SelectMany(cell => Regex.Matches(cell, @"`(\w+)`").Select(match => match.Groups[1].Value))
                .Order(StringComparer.Ordinal)
        );
    }

    private static string Renamed(string code) => code.Replace("Softshrink(", "AddedSoftshrink(");

    private static IEnumerable<long> Bits(Tensor values) =>
        values.detach().to(ScalarType.Float64).data<double>().ToArray().Select(BitConverter.DoubleToInt64Bits);

    private static LayerAttribute Softshrink(double lambd = 0.5) =>
        (LayerAttribute)Activator.CreateInstance(Definition.Value, lambd)!;
}
