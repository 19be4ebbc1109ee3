using GanDsl.Generators.Emission;
using GanDsl.Generators.Inference;
using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;
using GanDsl.Tests;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>Names in Python, and modules that nobody wrote there.</summary>
public class PyTorchNamesTests
{
    [PyTorchFact]
    public void Every_name_that_a_module_of_PyTorch_has_is_known()
    {
        var names = Python.Run("-c", "import torch; print(*dir(torch.nn.Module()))").Split(' ', '\n');

        Assert.Contains("half", names);
        Assert.Empty(names.Where(name => !name.StartsWith('_') && name.Length > 0).Except(PythonNames.OfModule));
    }

    [Theory]
    [InlineData("linear1", "self.linear1")]
    [InlineData("@event", "self.event")]
    [InlineData("lambda", "self._modules[\"lambda\"]")]
    [InlineData("half", "self._modules[\"half\"]")]
    [InlineData("__x", "self._modules[\"__x\"]")]
    [InlineData("größe", "self._modules[\"gr\\u00f6\\u00dfe\"]")]
    public void Is_an_attribute_where_it_can_be_one(string name, string expected) =>
        Assert.Equal(expected, PythonNames.Attribute(name));

    [Theory]
    [InlineData("Up", "Up3")]
    [InlineData("torch", "torch_")]
    [InlineData("None", "None_")]
    [InlineData("Größe", "Layers")]
    public void A_class_gets_a_name_that_is_free(string name, string expected) =>
        Assert.Equal(expected, PythonNames.Class(name, ["Up", "Up2"]));

    [PyTorchFact]
    public void A_module_that_was_written_in_CSharp_says_what_to_write()
    {
        var said = Python.Run(
            "-c",
            """
            import sys
            try:
                exec(sys.argv[1])
                Generator()
            except NotImplementedError as error:
                print(error)
            """,
            SourceOf(DeclaredGans.Structure)
        );

        Assert.Equal(
            "AddNoise was written in C#; write it here with the same parameters and buffers, or give its class there [PyTorchSource(...)].\n",
            said
        );
    }

    [Fact]
    public void A_real_number_stays_one() =>
        Assert.Contains(
            "AddNoise(2.0, ",
            SourceOf(DeclaredGans.Structure.Replace("Use<AddNoise>(0.1", "Use<AddNoise>(2.0"))
        );

    [Fact]
    public void A_source_without_the_class_is_named()
    {
        var declaration = DeclaredGans.Structure.Replace(
            "[ShapeRule(\"",
            "[PyTorchSource(\"class Other(nn.Module): pass\")]\n[ShapeRule(\""
        );
        Assert.NotEqual(DeclaredGans.Structure, declaration);

        Assert.Contains("has no line that begins with 'class AddNoise('", SourceOf(declaration));
    }

    [Fact]
    public void A_source_with_quotes_is_emitted_as_it_is()
    {
        const string source = "class AddNoise(nn.Module):\n    text = \"\"\"\"\" not a raw string \"\"\"\"\"";
        var declaration = DeclaredGans.Structure.Replace(
            "[ShapeRule(\"",
            $"[PyTorchSource({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(source, quote: true)})]\n[ShapeRule(\""
        );

        var run = GeneratorRun.On(declaration);

        Assert.Contains(source, SourceOf(declaration));
        Assert.Empty(run.CompilerDiagnostics());
    }

    private static string SourceOf(string declaration)
    {
        var run = GeneratorRun.On(declaration);
        var gan = run.Input.GetTypeByMetadataName("Demo.StructureGan")!;
        return PyTorchSourceText.Of(DeclaredGan.Read(gan, run.Input, default).Model!);
    }
}
