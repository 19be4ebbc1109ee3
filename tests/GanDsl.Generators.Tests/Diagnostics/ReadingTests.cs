using GanDsl.Generators.Tests.Infrastructure;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>Declarations are read as the compiler reads them: by what names mean, not by how they are spelled.</summary>
public class ReadingTests
{
    [Fact]
    public async Task An_attribute_of_the_same_name_in_another_assembly_means_nothing()
    {
        var run = GeneratorRun.On(
            "namespace GanDsl { class GanAttribute : System.Attribute; } [GanDsl.Gan] partial class Other;"
        );

        Assert.Null(run.Driver.GetRunResult().Results.Single().Exception);
        Assert.Empty(run.Sources);
        Assert.Empty(await run.AnalyzerDiagnosticsAsync());
    }

    [Theory]
    [InlineData("torch.nn.Module<torch.Tensor, torch.Tensor>")]
    [InlineData("TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>")]
    [InlineData("Network")]
    public async Task The_base_of_a_network_may_be_named_in_any_way(string name)
    {
        var run = GeneratorRun.On(
            "using TorchSharp; using Network = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;\n"
                + Declaration.Of(
                    discriminator: $"[Discriminator] [Flatten, Linear(1)] public partial class Discriminator : {name};"
                )
        );

        Assert.Empty(await run.AnalyzerDiagnosticsAsync());
        Assert.Empty(run.CompilerDiagnostics());
    }

    [Theory]
    [InlineData("short width", "3")]
    [InlineData("byte? width", "3")]
    [InlineData("long width", "3")]
    [InlineData("float width", "3")]
    [InlineData("decimal width", "3")]
    [InlineData("object width", "3")]
    [InlineData("string name, params int[] widths", "\"deep\", 3, 4")]
    [InlineData("int width, bool last = false", "3")]
    [InlineData("in int width", "3")]
    [InlineData("double width) { } public Mine(int width", "3")]
    public async Task A_module_is_created_wherever_the_compiler_could(string parameters, string arguments)
    {
        var run = GeneratorRun.On(WithMine(parameters, arguments));

        Assert.Empty(await run.AnalyzerDiagnosticsAsync());
        Assert.Empty(run.CompilerDiagnostics());
    }

    [Theory]
    [InlineData("byte width", "300")]
    [InlineData("bool deep", "3")]
    [InlineData("int width, int height", "3")]
    [InlineData("ref int width", "3")]
    [InlineData("long width, int height) { } public Mine(int width, long height", "3, 4")]
    public async Task A_module_that_the_compiler_could_not_create_is_refused(string parameters, string arguments)
    {
        var run = GeneratorRun.On(WithMine(parameters, arguments));

        Assert.Equal(["GAN0117"], (await run.AnalyzerDiagnosticsAsync()).Select(diagnostic => diagnostic.Id));
        Assert.Empty(run.CompilerDiagnostics());
    }

    private static string WithMine(string parameters, string arguments) =>
        Declaration
            .WithDiscriminator($"[Flatten, Use<Mine>({arguments}), Linear(1)]")
            .Replace("using GanDsl;", "using GanDsl; using TorchSharp;")
        + "[ShapeRule(KeepsShape = true)] public class Mine : torch.nn.Module<torch.Tensor, torch.Tensor> { private Mine() : base(\"\") { } "
        + $"public Mine({parameters}) : this() {{ }} ".Replace(") { } public", ") : this() { } public")
        + "public override torch.Tensor forward(torch.Tensor input) => input; }";
}
