using System.Text.RegularExpressions;
using GanDsl.Generators.Tests.Infrastructure;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>Uses of a block that come out equal share one class, named after the first of them.</summary>
public partial class RepeatedBlocksTests
{
    private const string Refine = "[Block, Residual, Linear(BlockParameter.First), Tanh] class Refine;";

    [Fact]
    public void Equal_uses_share_a_class()
    {
        var (fields, classes) = Emitted(
            "[Linear(4), Use<Refine>(4), Use<Refine>(4), Use<Refine>(4, Name = \"last\")]",
            Refine
        );

        Assert.Equal(["Refine1 refine1", "Refine1 refine2", "Refine1 last"], fields);
        Assert.Equal(["Refine1"], classes);
    }

    [Theory]
    [InlineData("[Linear(4), Use<Refine>(4), Linear(5), Use<Refine>(5)]", "another shape")]
    [InlineData("[Linear(4), Use<Refine>(4), Use<Refine>(4), SpectralNorm]", "another modifier")]
    [InlineData("[Linear(4), Use<Refine>(4), Use<Refine>(4), Init(Initializer.Constant, 1)]", "other first weights")]
    public void Others_have_classes_of_their_own(string layers, string difference)
    {
        var (fields, classes) = Emitted(layers, Refine);

        Assert.True(fields is ["Refine1 refine1", "Refine2 refine2"], $"{difference}: {string.Join(", ", fields)}");
        Assert.Equal(["Refine1", "Refine2"], classes);
    }

    /// <summary>The first block takes the latents, which are float32 even where the network computes in bfloat16.</summary>
    [Fact]
    public void Where_the_input_is_of_another_type_there_is_another_class()
    {
        var (fields, classes) = Emitted(
            "[Use<Sum>, Linear(2), Use<Sum>, Use<Sum>]",
            "[Block, Residual, Tanh, Linear(2)] class Sum;"
        );

        Assert.Equal(["Sum1 sum1", "Sum2 sum2", "Sum2 sum3"], fields);
        Assert.Equal(["Sum1", "Sum2"], classes);
    }

    [Fact]
    public void Blocks_in_blocks_share_theirs_within_the_block()
    {
        var (_, classes) = Emitted(
            "[Linear(4), Use<Pair>, Use<Pair>]",
            "[Block, Use<Refine>(4), Use<Refine>(4)] class Pair;",
            Refine
        );

        Assert.Equal(["Pair1", "Refine1"], classes);
    }

    /// <summary>The fields of the generator whose types are classes of blocks, and these classes.</summary>
    private static (List<string> Fields, List<string> Classes) Emitted(string layers, params string[] blocks)
    {
        var run = GeneratorRun.On(
            $$"""
            using GanDsl;
            [Gan, Latent(2), Point(2)]
            partial class SmallGan
            {
                [Generator] {{layers}} [Linear(2)] partial class Maker;
                [Discriminator, Maxout(1, 2)] partial class Critic;
            }
            {{string.Join("\n", blocks)}}
            """
        );
        Assert.Empty(run.CompilerDiagnostics());
        var text = run.Sources.Single(source => source.HintName == "SmallGan.Generator.g.cs").SourceText.ToString();
        var classes = Classes().Matches(text).Select(match => match.Groups["name"].Value).ToList();
        return (
            [
                .. Fields()
                    .Matches(text[..text.IndexOf("public Maker()", StringComparison.Ordinal)])
                    .Where(match => classes.Contains(match.Groups["type"].Value))
                    .Select(match => $"{match.Groups["type"].Value} {match.Groups["name"].Value}"),
            ],
            classes
        );
    }

    [GeneratedRegex(@"private sealed partial class (?<name>\w+) ")]
    private static partial Regex Classes();

    [GeneratedRegex(@"private readonly (?<type>\w+) (?<name>\w+) = ")]
    private static partial Regex Fields();
}
