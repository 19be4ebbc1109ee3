using GanDsl.Generators.Tests.Infrastructure;

namespace GanDsl.Generators.Tests.Structure;

/// <summary>Which of several declarations decides for a layer: the nearest one, then the later one.</summary>
public class ModifierTests
{
    [Theory]
    [InlineData("", "", "", "", "", null)]
    [InlineData("1", "", "", "", "", "1")]
    [InlineData("1", "2", "", "", "", "2")]
    [InlineData("1", "2", "3", "", "", "3")]
    [InlineData("1", "2", "3", "4", "", "4")]
    [InlineData("1", "2", "3", "4", "5", "5")]
    [InlineData("1", "", "3", "", "", "3")]
    [InlineData("", "1, 2, 3", "", "", "", "3")]
    [InlineData("", "1, 2", "4, 3", "", "", "3")]
    public void The_nearest_initialisation_decides(
        string ofGan,
        string ofNetwork,
        string ofUse,
        string ofBlock,
        string ofLayer,
        string? expected
    )
    {
        var text = Emitted(Inits(ofGan), Inits(ofNetwork), Inits(ofUse), Inits(ofBlock), Inits(ofLayer));

        Assert.Equal(expected is not null, text.Contains("init."));
        if (expected is not null)
        {
            Assert.Contains($"init.constant_(linear1.weight, {expected});", text);
        }
    }

    [Fact]
    public void Weight_and_bias_are_decided_one_by_one()
    {
        var text = Emitted(
            "[Init(Initializer.Normal, 0.5, Bias = 0)]",
            "[Init(Initializer.Constant, 2, Bias = 3)]",
            "",
            "",
            "[Init(Initializer.Constant, 1)]"
        );

        Assert.Contains("init.constant_(linear1.weight, 1);", text);
        Assert.Contains("init.constant_(linear1.bias!, 3);", text);
        Assert.Equal(2, text.Split("init.").Length - 1);
    }

    [Theory]
    [InlineData("[SpectralNorm(PowerIterations = 2)]", "", "", "", "powerIterations: 2")]
    [InlineData("[SpectralNorm]", "[SpectralNorm(PowerIterations = 3)]", "", "", "powerIterations: 3")]
    [InlineData("[SpectralNorm]", "", "[SpectralNorm(PowerIterations = 4)]", "", "powerIterations: 4")]
    [InlineData("", "[SpectralNorm(Eps = 1e-3)]", "", "[SpectralNorm(PowerIterations = 5)]", "powerIterations: 5")]
    public void The_nearest_spectral_normalisation_decides(
        string ofNetwork,
        string ofUse,
        string ofBlock,
        string ofLayer,
        string expected
    ) =>
        Assert.Contains(
            $"linear1SpectralNorm = new SpectralNorm(linear1.weight, outputDimension: 0, {expected});",
            Emitted("", ofNetwork, ofUse, ofBlock, ofLayer)
        );

    /// <summary>The vectors are those of the first weights.</summary>
    [Fact]
    public void A_module_normalises_its_own_weights_once_they_are_filled()
    {
        var text = Emitted(
            "[Init(Initializer.Normal, 0.5, For = LayerKinds.Attention)]",
            "[Reshape(2, 1)] [SelfAttention, SpectralNorm(PowerIterations = 2, Eps = 1e-3), Flatten]",
            "",
            "",
            ""
        );

        var filled = text.IndexOf("init.normal_(selfAttention1.get_parameter(\"h.weight\")!", StringComparison.Ordinal);
        var normalized = text.IndexOf(
            "selfAttention1.NormalizeWeights(powerIterations: 2, eps: 0.001);",
            StringComparison.Ordinal
        );
        Assert.InRange(filled, 0, normalized);
        Assert.DoesNotContain("new SpectralNorm(", text);
    }

    [Theory]
    [InlineData("Initializer.Normal", "init.normal_(linear1.weight, 0, 1);")]
    [InlineData("Initializer.Normal, 0.02, Mean = -1.5", "init.normal_(linear1.weight, -1.5, 0.02);")]
    [InlineData(
        "Initializer.TruncatedNormal, 0.25, Mean = 1",
        "Initializers.TruncatedNormal(linear1.weight, 1, 0.25, 0.5, 1.5);"
    )]
    [InlineData("Initializer.Uniform, 0.5", "init.uniform_(linear1.weight, -0.5, 0.5);")]
    [InlineData("Initializer.Constant, 0", "init.constant_(linear1.weight, 0);")]
    [InlineData("Initializer.XavierUniform", "init.xavier_uniform_(linear1.weight);")]
    [InlineData("Initializer.XavierNormal, 2", "Initializers.XavierNormal(linear1.weight, gain: 2);")]
    [InlineData("Initializer.KaimingUniform", "init.kaiming_uniform_(linear1.weight);")]
    [InlineData(
        "Initializer.KaimingNormal, 0.2, FanOut = true",
        "init.kaiming_normal_(linear1.weight, a: 0.2, mode: init.FanInOut.FanOut);"
    )]
    [InlineData("Initializer.Orthogonal, -1", "Initializers.Orthogonal(linear1.weight, gain: -1);")]
    public void Each_initializer_is_one_readable_line(string arguments, string expected) =>
        Assert.Contains(expected, Emitted("", "", "", "", $"[Init({arguments})]"));

    [Fact]
    public void Weights_that_are_no_properties_are_found_by_name()
    {
        var text = Emitted(
            "[Init(Initializer.Normal, 0.5, Bias = 0, For = LayerKinds.Normalizations | LayerKinds.Attention)]",
            "[Reshape(2, 1)] [SelfAttention, GroupNorm(1), Flatten]",
            "",
            "",
            ""
        );

        foreach (var weight in new[] { "f.weight", "g.weight", "h.weight" })
        {
            Assert.Contains($"init.normal_(selfAttention1.get_parameter(\"{weight}\")!, 0, 0.5);", text);
        }

        Assert.Contains("init.normal_(groupNorm1.get_parameter(\"weight\")!, 0, 0.5);", text);
        Assert.Contains("init.zeros_(groupNorm1.get_parameter(\"bias\")!);", text);
    }

    private static string Inits(string constants) =>
        string.Concat(
            constants
                .Split(", ", StringSplitOptions.RemoveEmptyEntries)
                .Select(constant => $"[Init(Initializer.Constant, {constant})]")
        );

    /// <summary>The text of a generator whose one layer stands in a block.</summary>
    private static string Emitted(string ofGan, string ofNetwork, string ofUse, string ofBlock, string ofLayer)
    {
        var run = GeneratorRun.On(
            $$"""
            using GanDsl;
            {{ofGan}} [Gan, Latent(2), Point(2)]
            partial class SmallGan
            {
                [Generator] {{ofNetwork}} [Use<Middle>] {{ofUse}} partial class Maker;
                [Discriminator, Maxout(1, 2)] partial class Critic;
            }

            [Block] {{ofBlock}} [Linear(2)] {{ofLayer}} class Middle;
            """
        );
        Assert.Empty(run.CompilerDiagnostics());
        return run.Sources.Single(source => source.HintName == "SmallGan.Generator.g.cs").SourceText.ToString();
    }
}
