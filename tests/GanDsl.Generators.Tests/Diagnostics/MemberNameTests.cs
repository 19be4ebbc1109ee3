using GanDsl.Generators.Rules;
using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>What users write into their own parts of the classes stands beside what is generated, or is refused in one sentence.</summary>
public class MemberNameTests
{
    [Fact]
    public async Task Every_generated_name_is_refused_and_nothing_is_emitted_beside_it()
    {
        var plain = GeneratorRun.On(DeclaredGans.Digits);
        var model = DeclaredGan.Read(plain.Input.GetTypeByMetadataName("Demo.DigitGan")!, plain.Input, default).Model!;
        var names = EmittedMember
            .Of(model, hasCommandLine: false)["DigitGan"]
            .Where(member => member.Kind != "constructor" && member.Name is not ("Generator" or "Discriminator"))
            .Select(member => member.Name)
            .Distinct()
            .ToList();

        var run = GeneratorRun.On(
            DeclaredGans.Digits,
            $"namespace Demo; partial class DigitGan {{ {string.Join(" ", names.Select(name => $"static int {name};"))} }}"
        );
        var refused = await run.AnalyzerDiagnosticsAsync();

        Assert.Contains("Sample", names);
        Assert.Equal(names.Count, refused.Count(diagnostic => diagnostic.Id == "GAN0123"));
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData("public Images Sample(int count, int seed) => Sample(count + seed);")]
    [InlineData("public void Train(string folder) => System.Console.WriteLine(folder);")]
    [InlineData("public DigitGan(string folder) : this(new Options()) => System.Console.WriteLine(folder);")]
    [InlineData("static DigitGan() { }")]
    [InlineData("~DigitGan() { }")]
    [InlineData("public T Sample<T>(int count) where T : new() => new();")]
    [InlineData("public int this[int index] => index;")]
    [InlineData(
        "public static bool operator true(DigitGan gan) => true; public static bool operator false(DigitGan gan) => false;"
    )]
    [InlineData(
        "partial class Generator { public int Depth { get; set; } public Generator(int depth) : this() => Depth = depth; }"
    )]
    [InlineData(
        "partial class Generator { public Tensor forward(Tensor first, Tensor second) => forward(first + second); }"
    )]
    public async Task What_does_not_meet_is_left_alone(string member)
    {
        var run = GeneratorRun.On(
            DeclaredGans.Digits,
            $"using static TorchSharp.torch; namespace Demo; partial class DigitGan {{ {member} }}"
        );

        Assert.DoesNotContain(await run.AnalyzerDiagnosticsAsync(), IsError);
        Assert.DoesNotContain(run.CompilerDiagnostics(), IsError);
    }

    [Theory]
    [InlineData("Images", "Image(1, 28, 28)")]
    [InlineData("Signals", "Signal(1, 784)")]
    [InlineData("Points", "Point(784)")]
    [InlineData("Latents", "Image(1, 28, 28)")]
    [InlineData("Labels", "Image(1, 28, 28), Labels(3)")]
    [InlineData("Options", "Image(1, 28, 28)")]
    [InlineData("Losses", "Image(1, 28, 28)")]
    [InlineData("TrainingStep", "Image(1, 28, 28)")]
    [InlineData("Generator", "Image(1, 28, 28)")]
    public async Task A_gan_is_not_called_what_is_generated_in_it(string name, string shape)
    {
        var run = GeneratorRun.On(Declaration.WithGan($"[Gan, Latent(64), {shape}]").Replace("SmallGan", name));

        Assert.Contains(await run.AnalyzerDiagnosticsAsync(), diagnostic => diagnostic.Id == "GAN0115");
        Assert.Empty(run.Sources);
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}
