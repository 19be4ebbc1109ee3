using GanDsl.Generators.Diagnostics;
using GanDsl.Generators.Tests.Diagnostics;
using GanDsl.Generators.Tests.Diagnostics.RuleCases;
using GanDsl.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.CodeFixes;

/// <summary>Every mend that a rule offers leads to a declaration that does not break the rule any more, and that compiles.</summary>
public class OfferedMendTests
{
    public static TheoryData<int> CaseNumbers => [.. Enumerable.Range(0, RuleCase.All.Count)];

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public async Task Mends_the_mistake(int number)
    {
        var broken = RuleCase.All[number];
        var run = FixRun.On(broken.Source);
        var id = Descriptors.IdOf(broken.Rule);
        foreach (var diagnostic in (await run.DiagnosticsAsync()).Where(each => each.Id == id))
        {
            foreach (var offer in await run.OffersAsync(diagnostic))
            {
                var mended = (await (await run.ApplyAsync(offer)).TextsAsync())[0];

                var situation = $"{diagnostic.GetMessage()}\n{offer.Title}\n{mended}";
                Assert.True(mended != broken.Source, situation);
                var result = GeneratorRun.On(broken.Language, mended);
                var reported = await result.AnalyzerDiagnosticsAsync();
                Assert.DoesNotContain(reported, each => each.Id == id && !IsNextOfChain(broken.Rule, each, diagnostic));
                var errors = result.CompilerDiagnostics();
                Assert.True(errors.Count == 0, $"{situation}\n{string.Join("\n", errors)}");
            }
        }
    }

    public static TheoryData<string, string, string[]> Choices =>
        new()
        {
            {
                "GAN0203",
                Declaration.WithDiscriminator("[Conv2d(6, 3), PixelShuffle(2), Flatten, Linear(1)]"),
                ["Conv2d: outChannels: 8"]
            },
            { "GAN0203", Declaration.WithDiscriminator("[Conv2d(6, 3), PixelShuffle(46340), Flatten, Linear(1)]"), [] },
            {
                "GAN0203",
                Declaration.WithDiscriminator("[Conv2d(6, 28), PixelShuffle(65536), Flatten, Linear(1)]"),
                []
            },
            {
                "GAN0203",
                Declaration.WithGenerator("[Linear(100), Tanh, Reshape(1, 28, 28)]"),
                ["Replace it by Reshape(1, 10, 10)", "Linear: outFeatures: 784"]
            },
            { "GAN0203", Declaration.WithGenerator("[Linear(100), Tanh, Reshape(65536, 32768)]"), [] },
            {
                "GAN0208",
                Declaration.WithDiscriminator("[Conv2d(1, 4, Stride = 4)]"),
                ["Add [GlobalAvgPool] after it", "Add [Flatten, Linear(1)] after it"]
            },
            {
                "GAN0208",
                Declaration.WithDiscriminator("[Conv2d(4, 4, Stride = 4)]"),
                ["Add [Flatten, Linear(1)] after it"]
            },
            {
                "GAN0209",
                Declaration.WithDiscriminator("[Conv2d(4, 29), Flatten, Linear(1)]"),
                ["Conv2d: kernelSize: 28"]
            },
            { "GAN0209", Declaration.WithDiscriminator("[Conv2d(4, 29, 3), Flatten, Linear(1)]"), [] },
            {
                "GAN0211",
                Declaration.WithDiscriminator("[Conv2d(8, 3, Stride = 2), Flatten, Linear(1)]"),
                ["Conv2d: kernelSize: 4"]
            },
            { "GAN0211", Declaration.WithDiscriminator("[Conv2d(8, 3, 5, Stride = 2), Flatten, Linear(1)]"), [] },
            {
                "GAN0211",
                Declaration.WithDiscriminator("[Conv2d(8, 3, Stride = 2, Dilation = 2), Flatten, Linear(1)]"),
                []
            },
            {
                "GAN0211",
                Declaration.WithDiscriminator("[Reshape(1, 49, 16), Conv2d(8, 3, Stride = 2), Flatten, Linear(1)]"),
                []
            },
            {
                "GAN0211",
                Declaration.WithDiscriminator(
                    "[MaxPool(3, Stride = 2, Padding = 1, Dilation = 2), Flatten, Linear(1)]"
                ),
                ["MaxPool: without Dilation"]
            },
            {
                "GAN0211",
                Declaration.WithDiscriminator("[MaxPool(2, Stride = 5, Dilation = 2), Flatten, Linear(1)]"),
                []
            },
            {
                "GAN0205",
                Declaration.WithDiscriminator(
                    "[ConvTranspose2d(4, 3, Stride = 2, OutputPadding = 4, Dilation = 3), Flatten, Linear(1)]"
                ),
                ["ConvTranspose2d: OutputPadding = 2"]
            },
            {
                "GAN0213",
                Declaration.WithGenerator(
                    "[Linear(196), Reshape(1, 14, 14), ConvTranspose2d(1, 3, Stride = 2, Padding = 1, OutputPadding = 1), Tanh]"
                ),
                ["ConvTranspose2d: kernelSize: 4, Padding = 1, without OutputPadding"]
            },
            {
                "GAN0213",
                Declaration.WithGenerator(
                    "[Linear(196), Reshape(1, 14, 14), ConvTranspose2d(1, 3, Stride = 2), Flatten, Linear(784), Tanh, Reshape(1, 28, 28)]"
                ),
                ["ConvTranspose2d: kernelSize: 4, Padding = 1, OutputPadding = 1"]
            },
            {
                "GAN0505",
                Declaration.WithGan("[Gan(BatchSize = 10), Latent(64), Image(1, 28, 28), Packing(4)]"),
                ["Gan: BatchSize = 12"]
            },
            {
                "GAN0505",
                Declaration.WithGan("[Gan(BatchSize = int.MaxValue), Latent(64), Image(1, 28, 28), Packing(2)]"),
                []
            },
            {
                "GAN0514",
                Declaration.WithGan(
                    "[Gan(BatchSize = 18), Latent(64), Image(1, 28, 28), AccumulateGradients(4), Packing(3)]"
                ),
                ["Gan: BatchSize = 24"]
            },
            {
                "GAN0514",
                Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), AccumulateGradients(1073741824), Packing(4)]"),
                []
            },
        };

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task The_choices_are_these(string id, string declaration, string[] titles)
    {
        var run = FixRun.On(declaration);
        var diagnostic = Assert.Single(await run.DiagnosticsAsync(), each => each.Id == id);

        var offers = await run.OffersAsync(diagnostic);

        Assert.Equal(titles, offers.Select(offer => offer.Title));
    }

    // Of several stray attributes of a class, one is named at a time.
    private static bool IsNextOfChain(Rule rule, Diagnostic reported, Diagnostic mended) =>
        rule == Rule.StrayAttribute && reported.GetMessage() != mended.GetMessage();
}
