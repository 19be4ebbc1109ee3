using GanDsl.Generators.Tests.Infrastructure;

namespace GanDsl.Generators.Tests.Diagnostics;

/// <summary>Declarations that look like a mistake and are none, or of which too little is known to say so.</summary>
public class QuietTests
{
    private const string Mine =
        "public class Mine() : torch.nn.Module<torch.Tensor, torch.Tensor>(\"\") "
        + "{ public override torch.Tensor forward(torch.Tensor input) => input.tanh(); }";

    private const string Losses =
        "public static Tensor Discriminator(Tensor x, Tensor y) => y.mean(); public static Tensor Generator(Tensor x) => x.mean();";

    public static TheoryData<string, string> Declarations =>
        new()
        {
            { "GAN0304", WithMine("Use<Mine>", "KeepsShape = true") },
            { "GAN0113", Declaration.WithDiscriminator("[Conv2d(1, 7, 1), LeakyReLU(0.2), Flatten, Linear(1)]") },
            { "GAN0113", Declaration.WithDiscriminator("[Conv2d(1, 28, 1), LeakyReLU(0.2), Flatten, Linear(1)]") },
            {
                "GAN0113",
                Declaration.WithDiscriminator(
                    "[Conv2d(8, 3), LeakyReLU(0.2), Conv2d(8, 11, 3, Groups = 8), LeakyReLU(0.2), Flatten, Linear(1)]"
                )
            },
            { "GAN0113", Declaration.WithDiscriminator("[Conv2d(4, 16, 3), LeakyReLU(0.2), Flatten, Linear(1)]") },
            {
                "GAN0114",
                Declaration.Of(
                    gan: "public class Schedules; [Gan, Latent(64), Image(1, 28, 28)] public partial class SmallGan"
                )
            },
            {
                "GAN0114",
                Declaration.Of().Replace("[Gan,", "namespace Device { class Mine; } namespace Demo { [Gan,") + "}"
            },
            {
                "GAN0409",
                Declaration.WithDiscriminator(
                    "[Conv2d(8, 4, Stride = 4), SpectralNorm, PReLU, LayerNorm, SelfAttention, Flatten, Linear(1), SpectralNorm]"
                )
            },
            {
                "GAN0409",
                Declaration
                    .WithDiscriminator(
                        "[SpectralNorm] [LabelEmbedding(2), Conv2d(8, 4, Stride = 4), PReLU, LayerNorm, SelfAttention, Flatten, AuxiliaryClassifier, Projection]"
                    )
                    .Replace("[Gan,", "[Gan, Labels(10),")
            },
            {
                "GAN0408",
                Declaration.WithDiscriminator(
                    "[Conv2d(8, 4, Stride = 4), LeakyReLU(0.2), SelfAttention, SpectralNorm, BatchNorm, Flatten, Linear(1)]"
                )
            },
            {
                "GAN0506",
                Declaration
                    .WithDiscriminator(
                        "[SpectralNorm] [Flatten, Linear(8), LeakyReLU(0.2), AuxiliaryClassifier, Projection]"
                    )
                    .Replace("[Gan,", "[Gan(Loss = GanLoss.Wasserstein), Labels(10),")
            },
            { "GAN0303", WithMine("Use<Mine>, ReLU", "KeepsShape = true") },
            { "GAN0304", WithMine("Use<Mine>, LeakyReLU(-1)", "KeepsShape = true") },
            { "GAN0304", WithMine("Use<Mine>, Dropout", "KeepsShape = true") },
            { "GAN0303", WithMine("Use<Mine>", "KeepsShape = true, Minimum = -1, Maximum = 1") },
            {
                "GAN0407",
                Declaration
                    .WithDiscriminator(
                        "[Conv2d(8, 4, Stride = 4), LeakyReLU(0.2), MinibatchStdDev, Flatten, Linear(1)]"
                    )
                    .Replace("[Gan,", "[Gan, R1(10, Every = 16),")
            },
            {
                "GAN0506",
                Declaration
                    .WithDiscriminator("[SpectralNorm] [Flatten, Linear(8), LeakyReLU(0.2), Linear(1)]")
                    .Replace("[Gan,", "[Gan(Loss = GanLoss.Wasserstein),")
            },
            { "GAN0512", Declaration.WithGenerator("[Linear(8), Linear(784), Tanh, Reshape(1, 28, 28)]") },
            {
                "GAN0512",
                Declaration.WithDiscriminator(
                    "[Conv2d(4, 3), LeakyReLU(0.2), Conv2d(4, 3, Groups = 4), Conv2d(8, 1), LeakyReLU(0.2), Flatten, Linear(1)]"
                )
            },
            {
                "GAN0512",
                Declaration.WithDiscriminator("[Flatten, Linear(9), MinibatchDiscrimination(3, 2), Linear(1)]")
            },
            { "GAN0113", Declaration.WithGan("[Gan, Latent(64), Image(1, 28, 28), Sgd(1)]") },
            { "GAN0301", WithLoss($"static class Mine {{ {Losses} }}").Replace("Linear(1)]", "Linear(1), Sigmoid]") },
            { "GAN0515", WithLoss($"class Mine : Base; class Base {{ {Losses} }}") },
            { "GAN0515", WithLoss($"interface Mine {{ {Losses} }}") },
            { "GAN0515", WithLoss($"struct Mine<T> {{ {Losses} }}").Replace("typeof(Mine)", "typeof(Mine<int>)") },
            {
                "GAN0515",
                WithLoss($"static class Mine {{ {Losses.Replace("Tensor x)", "in Tensor x, double weight = 2)")} }}")
            },
            {
                "GAN0515",
                WithLoss(
                    $"#nullable enable\nstatic class Mine {{ {Losses.Replace("Tensor Generator", "Tensor? Generator")} }}"
                )
            },
            {
                "GAN0515",
                WithLoss(
                    $"static class Mine {{ {Losses.Replace("Discriminator", "Other")} public static System.Func<Tensor, Tensor, Tensor> Discriminator => Other; }}"
                )
            },
            {
                "GAN0515",
                Declaration
                    .Of(
                        "[Gan, Latent(64), Image(1, 28, 28), Loss(typeof(Mine))] public partial class SmallGan",
                        discriminator: $"[Discriminator] [Flatten, Linear(1)] public partial class Discriminator; private static class Mine {{ {Losses} }}"
                    )
                    .Replace("using GanDsl;", "using GanDsl; using static TorchSharp.torch;")
            },
            {
                "GAN0113",
                Declaration.WithGenerator(
                    "[Linear(64, Bias = false), BatchNorm(Momentum = 0.9, TrackRunningStats = false), ReLU, Linear(784), Tanh, Reshape(1, 28, 28)]"
                )
            },
            {
                "GAN0124",
                Declaration.WithGenerator("[Use<B>(784), Tanh, Reshape(1, 28, 28)]")
                    + "[Block, Linear((BlockParameter.First)), Reshape(1, 28, -1)] class B;"
            },
            {
                "GAN0211",
                Declaration.WithDiscriminator("[Use<B>, Flatten, Linear(1)]")
                    + "[Block, Residual<S>, Conv2d(8, 4, Stride = 2, Padding = 1)] class B; [Block, Conv2d(8, 1, Stride = 2)] class S;"
            },
            {
                "GAN0211",
                Declaration.WithDiscriminator("[Conv2d(8, 1, Stride = 3), LeakyReLU(0.2), Flatten, Linear(1)]")
            },
            { "GAN0211", Declaration.WithDiscriminator("[MaxPool(3, Stride = 2, Padding = 1), Flatten, Linear(1)]") },
            {
                "GAN0211",
                Declaration.WithDiscriminator(
                    "[Conv2d(8, 4, Stride = 2, Padding = 4, Dilation = 3), Flatten, Linear(1)]"
                )
            },
            {
                "GAN0503",
                WithMine("Use<Mine>", "KeepsShape = true")
                    .Replace("Linear(784), ", "")
                    .Replace("Latent(64)", "Latent(784)")
            },
            {
                "GAN0408",
                Declaration
                    .WithDiscriminator(
                        "[SpectralNorm] [Flatten, Linear(8), LeakyReLU(0.2), AuxiliaryClassifier, BatchNorm, Projection]"
                    )
                    .Replace("[Gan,", "[Gan, Labels(10),")
            },
            { "GAN0108", WithMine("Use<Mine>", "KeepsShape = true, Minimum = 1, Maximum = 1") },
            { "GAN0114", Declaration.Of().Replace("using GanDsl;", "using GanDsl;\n\nnamespace GanDsl;") },
            { "GAN0114", Declaration.Of().Replace("using GanDsl;", "using GanDsl;\n\nnamespace TorchSharp;") },
            {
                "GAN0403",
                Declaration.WithDiscriminator("[Conv2d(4, 4, Stride = 4), Use<B>, LeakyReLU(0.2), Flatten, Linear(1)]")
                    + "[Block, Residual, BatchNorm, LeakyReLU(0.2), Conv2d(4, 3, Padding = 1)] class B;"
            },
            {
                "GAN0213",
                Declaration.WithGenerator(
                    "[Linear(196), Reshape(1, 14, 14), ConvTranspose2d(1, 2, Stride = 2, Dilation = 3, Padding = 1), Tanh]"
                )
            },
            { "GAN0213", Declaration.WithGenerator("[Reshape(64, 1, 1), ConvTranspose2d(1, 28, Stride = 3), Tanh]") },
            {
                "GAN0213",
                Declaration.WithGenerator(
                    "[Reshape(4, 4, 4), ConvTranspose2d(1, 4, Dilation = 3), Flatten, Linear(784), Tanh, Reshape(1, 28, 28)]"
                )
            },
            { "GAN0215", WithMine("Use<Mine>", "\"C, S, S -> C, S, S\"") },
            {
                "GAN0512",
                Declaration.WithDiscriminator(
                    "[Conv2d(8, 1), Conv2d(8, 3, Groups = 8), LeakyReLU(0.2), Flatten, Linear(1)]"
                )
            },
            {
                "GAN0512",
                Declaration.WithDiscriminator("[Flatten, Use<B>, Linear(1)]")
                    + "[Block, Residual, ReLU, Linear(784)] class B;"
            },
            {
                "GAN0506",
                Declaration
                    .WithDiscriminator(
                        "[Flatten, Linear(8), SpectralNorm, LeakyReLU(0.2), AuxiliaryClassifier, Projection, SpectralNorm]"
                    )
                    .Replace("[Gan,", "[Gan(Loss = GanLoss.Wasserstein), Labels(10),")
            },
            {
                "GAN0506",
                Declaration
                    .WithDiscriminator(
                        "[SpectralNorm] [Flatten, Linear(8), LeakyReLU(0.2), Linear(8), LayerNorm(ElementwiseAffine = false), LeakyReLU(0.2), Linear(1)]"
                    )
                    .Replace("[Gan,", "[Gan(Loss = GanLoss.Wasserstein),")
            },
            {
                "GAN0405",
                Declaration
                    .WithGan("[Gan(BatchSize = 4), Latent(64), Image(1, 28, 28), Packing(4)]")
                    .Replace("[Linear(784), Tanh]", "[Linear(8, Bias = false), BatchNorm, ReLU, Linear(784), Tanh]")
            },
            {
                "GAN0406",
                Declaration
                    .WithGan("[Gan(BatchSize = 2), Latent(64), Image(1, 28, 28)]")
                    .Replace("[Linear(784), Tanh]", "[Linear(8, Bias = false), BatchNorm, ReLU, Linear(784), Tanh]")
            },
            {
                "GAN0408",
                Declaration.WithDiscriminator(
                    "[SpectralNorm] [Conv2d(4, 4, Stride = 4), LeakyReLU(0.2), Use<B>, BatchNorm, LeakyReLU(0.2), Flatten, Linear(1)]"
                ) + "[Block, Residual, Conv2d(4, 3, Padding = 1)] class B;"
            },
            {
                "GAN0211",
                Declaration.WithDiscriminator(
                    "[Conv2d(8, 4, Stride = 4, Padding = 1, PaddingMode = PaddingMode.Circular), LeakyReLU(0.2), Flatten, Linear(1)]"
                )
            },
            {
                "GAN0205",
                Declaration.WithDiscriminator(
                    "[ConvTranspose2d(4, 3, Dilation = 3, OutputPadding = 2), LeakyReLU(0.2), Flatten, Linear(1)]"
                )
            },
            {
                "GAN0205",
                Declaration.WithDiscriminator(
                    "[ConvTranspose2d(4, 3, Stride = 3, OutputPadding = 2), LeakyReLU(0.2), Flatten, Linear(1)]"
                )
            },
            {
                "GAN0401",
                Declaration.WithDiscriminator(
                    "[Conv2d(8, 4, Stride = 4), LeakyReLU(0.2), BatchNorm, Flatten, Linear(1)]"
                )
            },
            {
                "GAN0401",
                Declaration.WithDiscriminator(
                    "[Conv2d(8, 1), Conv2d(8, 3, Groups = 8), BatchNorm, LeakyReLU(0.2), Flatten, Linear(1)]"
                )
            },
            {
                "GAN0210",
                Declaration.WithDiscriminator(
                    "[Conv2d(4, 3, Padding = 27, PaddingMode = PaddingMode.Reflect), LeakyReLU(0.2), Flatten, Linear(1)]"
                )
            },
            {
                "GAN0210",
                Declaration.WithDiscriminator(
                    "[Conv2d(4, 3, Padding = 28, PaddingMode = PaddingMode.Circular), LeakyReLU(0.2), Flatten, Linear(1)]"
                )
            },
            {
                "GAN0304",
                Declaration.WithGenerator(
                    "[Linear(196), Tanh, Reshape(1, 14, 14), Upsample(2, Mode = UpsampleMode.Bilinear)]"
                )
            },
            {
                "GAN0301",
                Declaration.WithDiscriminator("[Flatten, Linear(1), Sigmoid, Use<B>]")
                    + "[Block, Use<R>] class B; [Block, Residual, ReLU] class R;"
            },
            {
                "GAN0401",
                Declaration.WithDiscriminator("[Use<B>, BatchNorm, Flatten, Linear(1)]")
                    + "[Block, Use<R>] class B; [Block, Residual, Conv2d(1, 3, Padding = 1)] class R;"
            },
        };

    [Theory]
    [MemberData(nameof(Declarations))]
    public async Task Is_not_reported(string id, string declaration)
    {
        var run = GeneratorRun.On(declaration);

        var reported = await run.AnalyzerDiagnosticsAsync();

        Assert.DoesNotContain(reported, diagnostic => diagnostic.Id == id);
        Assert.Empty(run.CompilerDiagnostics());
    }

    /// <summary>The way to declare it that the message names.</summary>
    [Fact]
    public async Task What_the_shape_rule_says_of_the_range_is_believed()
    {
        var run = GeneratorRun.On(WithMine("Use<Mine>", "KeepsShape = true, Minimum = 0"));

        var reported = Assert.Single(await run.AnalyzerDiagnosticsAsync());

        Assert.Equal("GAN0303", reported.Id);
        Assert.Contains("[0, ∞)", reported.GetMessage());
    }

    private static string WithLoss(string mine) =>
        Declaration
            .WithGan("[Gan, Latent(64), Image(1, 28, 28), Loss(typeof(Mine))]")
            .Replace("using GanDsl;", "using GanDsl; using static TorchSharp.torch;")
        + "\n"
        + mine;

    private static string WithMine(string last, string rule) =>
        Declaration
            .WithGenerator($"[Linear(784), Reshape(1, 28, 28), {last}]")
            .Replace("using GanDsl;", "using GanDsl; using TorchSharp;") + $"[ShapeRule({rule})] {Mine}";
}
