using GanDsl.Fuzzing.Mutation;
using GanDsl.Generators.Tests.Diagnostics;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Fuzzing;

/// <summary>What the fuzzers found, each by its smallest declaration.</summary>
public class FoundByFuzzing
{
    private const string Networks =
        "{ [Generator, Linear(2)] partial class A; [Discriminator, Linear(1)] partial class B; }";

    /// <summary>
    /// Accepted once, although the engine, the compiler or the generator fails on it; or refused on purpose, although the engine would
    /// run it.
    /// </summary>
    public static TheoryData<string, string, string> WronglyAccepted =>
        new()
        {
            {
                "Loss that is no member",
                "GAN0108",
                Declaration.WithGan("[Gan(Loss = (GanLoss)77), Latent(64), Image(1, 28, 28)]")
            },
            {
                "Update that is no member",
                "GAN0108",
                Declaration.WithGan("[Gan(Update = (GanUpdate)77), Latent(64), Image(1, 28, 28)]")
            },
            {
                "Distribution that is no member",
                "GAN0108",
                Declaration.WithGan("[Gan, Latent(64, Distribution = (LatentDistribution)77), Image(1, 28, 28)]")
            },
            {
                "Range that is no member",
                "GAN0108",
                Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28, Range = (ValueRange)77)]")
            },
            {
                "Padding mode that is no member",
                "GAN0108",
                Declaration.WithDiscriminator("[Conv2d(1, 3, PaddingMode = (PaddingMode)9), Flatten, Linear(1)]")
            },
            {
                "Step size beyond float32",
                "GAN0108",
                Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), Sgd(double.MaxValue)]")
            },
            {
                "A gradient of zero, divided by zero",
                "GAN0108",
                Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), Adam(Eps = 0)]")
            },
            {
                "A slope that is no number, where it is never read",
                "GAN0108",
                Declaration.WithDiscriminator("[Flatten, Sigmoid, LeakyReLU(double.NaN), Linear(1)]")
            },
            {
                "Momentum without bound",
                "GAN0108",
                Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), Sgd(0.01, Dampening = double.MaxValue)]")
            },
            {
                "A square root of zero, divided by zero",
                "GAN0108",
                Declaration.WithDiscriminator("[Flatten, Linear(8), BatchNorm(Eps = 0), Linear(1)]")
            },
            {
                "A square root of less than zero",
                "GAN0108",
                Declaration.WithDiscriminator("[Flatten, Linear(8), BatchNorm(Eps = -1e-9), Linear(1)]")
            },
            {
                "An Eps that is zero in float32",
                "GAN0108",
                Declaration.WithDiscriminator("[Flatten, Linear(8), BatchNorm(Eps = 1e-50), Linear(1)]")
            },
            {
                "A border of the size of terabytes",
                "GAN0206",
                Declaration.WithDiscriminator(
                    "[Conv2d(1, 4, Dilation = 2147483647, SamePadding = true), Flatten, Linear(1)]"
                )
            },
            {
                "An array as the argument of a block",
                "GAN0117",
                Declaration.WithDiscriminator("[Use<Once>(new[] { 1, 2 }), Flatten, Linear(1)]")
                    + "\n[Block, Conv2d(BlockParameter.First, 3, Padding = 1), LeakyReLU(0.2)] internal class Once;"
            },
            {
                "A mean of a volume that fits into its window only with the padding",
                "GAN0209",
                Declaration.WithDiscriminator(
                    "[Reshape(1, 4, 14, 14), AvgPool(5, Padding = 1, CeilMode = true), Flatten, Linear(1)]"
                )
            },
            {
                "A stride that oneDNN cannot count",
                "GAN0206",
                Declaration.WithDiscriminator("[Conv2d(1, 4, Stride = 2147483647), Flatten, Linear(1)]")
            },
            {
                "A stride that ends the process",
                "GAN0206",
                Declaration.WithDiscriminator("[Conv2d(1, 4, Stride = 32768), Flatten, Linear(1)]")
            },
            {
                "A border of gigabytes, which is written out because it is uneven",
                "GAN0206",
                Declaration.WithDiscriminator(
                    "[Conv2d(4096, 1), Conv2d(1, 2, Dilation = 1073741824, DilationWidth = 1, SamePadding = true), Flatten, Linear(1)]"
                )
            },
            {
                "A weight that is zero in float32, divided by its norm",
                "GAN0122",
                Declaration.WithDiscriminator(
                    "[Flatten, Linear(8), SpectralNorm, Init(Initializer.Constant, double.Epsilon), Linear(1)]"
                )
            },
            {
                "Minibatches of one value per channel",
                "GAN0405",
                Declaration
                    .WithDiscriminator("[Flatten, Linear(8), BatchNorm, Linear(1)]")
                    .Replace("[Gan,", "[Gan(BatchSize = 1),")
            },
            {
                "Nothing to learn",
                "GAN0503",
                Declaration.WithGenerator("[Reshape(1, 28, 28)]").Replace("Latent(64)", "Latent(784)")
            },
            {
                "Steps of more examples than an int",
                "GAN0108",
                Declaration.WithGan(
                    "[Gan(DiscriminatorSteps = 3, BatchSize = int.MaxValue), Latent(64), Image(1, 28, 28)]"
                )
            },
            {
                "Layer named as a member of Module",
                "GAN0109",
                Declaration.WithDiscriminator("[Flatten, Linear(1, Name = \"named_modules\")]")
            },
            {
                "Layer named as the getter of Module's property",
                "GAN0109",
                Declaration.WithDiscriminator("[Flatten, Linear(1, Name = \"get_training\")]")
            },
            {
                "Layer named as a member of object",
                "GAN0109",
                Declaration.WithDiscriminator("[Flatten, Linear(1, Name = \"Equals\")]")
            },
            {
                "Layer named as its network",
                "GAN0109",
                Declaration.WithDiscriminator("[Flatten, Linear(1, Name = \"Discriminator\")]")
            },
            {
                "GAN named as its batches",
                "GAN0115",
                $"using GanDsl; [Gan, Latent(2), Point(2)] partial class Points {Networks}"
            },
            {
                "Primary constructor",
                "GAN0105",
                $"using GanDsl; [Gan, Latent(2), Point(2)] partial class SmallGan() {Networks}"
            },
            {
                "Network called var",
                "GAN0114",
                Declaration.Of(generator: "[Generator, Linear(784), Reshape(1, 28, 28)] partial class var;")
            },
            {
                "GAN called var",
                "GAN0114",
                Declaration.Of(gan: "[Gan, Latent(64), Image(1, 28, 28)] public partial class @var")
            },
            { "Class called as an imported namespace", "GAN0114", Declaration.Of() + "class TorchSharp;" },
            {
                "Network with a base class",
                "GAN0105",
                Declaration.Of(generator: "[Generator, Linear(784), Reshape(1, 28, 28)] partial class G1 : object;")
            },
        };

    /// <summary>Texts that made the generator or the analyzer throw, or gave code that does not compile.</summary>
    public static TheoryData<string, string> NotBorne =>
        new()
        {
            {
                "Data shape that does not compile",
                $"using GanDsl; [Gan, Latent(2), Point()] partial class SmallGan {Networks}"
            },
            { "Last layer that does not compile", Declaration.WithDiscriminator("[Linear(\"1\")]") },
            {
                "Attribute of the user's with a layer's name",
                Declaration.Of()
                    + "namespace GanDsl { class LinearAttribute : System.Attribute { public LinearAttribute(int width) { } } }"
            },
            { "[Gan] on two parts", Declaration.Of() + "[Gan] partial class SmallGan { }" },
            {
                "GANs whose names differ in case",
                Declaration.Of() + Declaration.Of().Replace("using GanDsl;", "").Replace("SmallGan", "SMALLGAN")
            },
            {
                "GAN called as the network that it lacks",
                "using GanDsl; [Gan, Latent(64), Image(1, 28, 28)] public partial class Discriminator;"
            },
            {
                "Network called record",
                Declaration.Of(generator: "[Generator, Linear(784), Reshape(1, 28, 28)] public partial class record;")
            },
            {
                "Namespace that is a keyword",
                Declaration.Of().Replace("using GanDsl;", "using GanDsl; namespace @class.@event;")
            },
        };

    [Theory]
    [MemberData(nameof(WronglyAccepted))]
    public async Task Is_refused_and_compiles_as_stubs(string what, string id, string declaration)
    {
        var run = GeneratorRun.On(declaration);

        var errors = (await run.AnalyzerDiagnosticsAsync()).Where(each => each.Severity == DiagnosticSeverity.Error);

        Assert.Equal($"{what}: {id}", $"{what}: {Assert.Single(errors).Id}");
        Assert.Null(run.Driver.GetRunResult().Results.Single().Exception);
    }

    [Theory]
    [MemberData(nameof(NotBorne))]
    public void Is_borne(string what, string text)
    {
        var violation = MutationFuzzer.Violation(text);

        Assert.True(violation is null, $"{what}: {violation}");
    }

    [Fact]
    public void A_wrong_size_leaves_the_type_of_the_batches()
    {
        var use = "class Use { SmallGan.Images? images; }";
        var run = GeneratorRun.On(Declaration.WithGan("[Gan, Latent(64), Image(1, -1, 28)]") + use);

        Assert.DoesNotContain(run.CompilerDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
