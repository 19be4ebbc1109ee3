using GanDsl.Package.Tests.Infrastructure;

namespace GanDsl.Package.Tests;

/// <summary>A project that declares a GAN and has no generator is told so before the compiler misses what is generated.</summary>
public sealed class GeneratorReferenceTests
{
    private const string Sentence = "A GAN is declared here, but the project refers to GanDsl without its generator";

    [Theory]
    [InlineData("[Gan, Latent(2)]", "", true)]
    [InlineData("[Gan]", "", true)]
    [InlineData("    [GanDsl.Gan(Loss = GanLoss.Hinge)]", "", true)]
    [InlineData("/// <summary>Marked with [Gan].</summary>", "", false)]
    [InlineData("// [Gan]", "", false)]
    [InlineData("var text = \"[Gan]\";", "", false)]
    [InlineData("[Ganymede]", "", false)]
    [InlineData("[Gan]", "<Analyzer Include=\"elsewhere/GanDsl.Generators.dll\" />", false)]
    [InlineData("[Gan]", "<Analyzer Include=\"elsewhere/Other.dll\" />", true)]
    public void Is_told_so(string source, string items, bool isTold)
    {
        using var folder = new TemporaryFolder();
        folder.Write("Other.cs", "class Other;");
        folder.Write("TinyGan.cs", source);
        var (status, said) = TargetsOnly.Compile(
            folder,
            $"""
            <PropertyGroup>
              <Language>C#</Language>
            </PropertyGroup>
            <ItemGroup>
              <Compile Include="Other.cs;TinyGan.cs" />
              {items}
            </ItemGroup>
            """
        );

        Assert.Equal(isTold ? 1 : 0, status);
        Assert.Equal(isTold, said.Contains($"TinyGan.cs : error : {Sentence}", StringComparison.Ordinal));
        Assert.Equal(!isTold, said.Contains("Compiled.", StringComparison.Ordinal));
    }
}
