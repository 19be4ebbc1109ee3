using System.Globalization;
using GanDsl.Generators.Tests.Diagnostics;
using GanDsl.Generators.Tests.Infrastructure;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>What is emitted about the numbers of the min-max game, against the best D that a search finds.</summary>
public sealed class SmoothedNumbersTests
{
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void The_numbers_where_D_cannot_tell_are_those_of_the_best_D(double smoothing)
    {
        var label = 1 - smoothing;
        // Where both distributions are the same, D says one number.
        var best = Enumerable
            .Range(1, 99_999)
            .Select(step => step / 100_000.0)
            .MinBy(score => -(label * Math.Log(score)) - (smoothing * Math.Log(1 - score)) - Math.Log(1 - score));
        var value = Math.Log(best) + Math.Log(1 - best);

        var code = CodeOf(
            FormattableString.Invariant($"[Gan, Latent(64), Image(1, 28, 28), LabelSmoothing({smoothing})]")
        );

        Assert.Contains($"health of the pair, {Text(-value - Math.Log(best))} where D cannot tell.", code);
        Assert.Contains($"without smoothed labels, {Text(value)} where D cannot tell.", code);
        Assert.Contains($"labels; {Text(value)} where D cannot tell.", code);
        Assert.Contains(
            $"by {Text(-(value + Math.Log(4)) / 2)} where D cannot tell, by {Text(-Math.Log(label) / 2)} where",
            code
        );
    }

    [Fact]
    public void Without_smoothing_there_is_no_bias()
    {
        var code = CodeOf("[Gan, Latent(64), Image(1, 28, 28)]");

        Assert.Contains("3 log 2 where D cannot tell.", code);
        Assert.Contains("-log 4 where D cannot tell.", code);
        Assert.DoesNotContain("too low", code);
        Assert.DoesNotContain("so it is that between", code);
    }

    [Theory]
    [InlineData("[Gan, Latent(64), Image(1, 28, 28), Packing(2)]", "between packs of 2 independent examples.")]
    [InlineData(
        "[Gan(Loss = GanLoss.Wasserstein), Latent(64), Image(1, 28, 28), Packing(2)]",
        "between packs of 2 independent examples."
    )]
    [InlineData("[Gan, Latent(64), Image(1, 28, 28), DiffAugment]", "between augmented images.")]
    public void The_estimate_says_between_what_it_is(string attributes, string expected) =>
        Assert.Contains(expected, CodeOf(attributes));

    private static string CodeOf(string attributes) =>
        string.Concat(
            GeneratorRun.On(Declaration.WithGan(attributes)).Sources.Select(source => source.SourceText.ToString())
        );

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
