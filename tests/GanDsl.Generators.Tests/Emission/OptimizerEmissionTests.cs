using GanDsl.Generators.Tests.Diagnostics;
using GanDsl.Generators.Tests.Infrastructure;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>What is emitted for each optimiser: PyTorch's defaults are left out.</summary>
public class OptimizerEmissionTests
{
    public static TheoryData<string, string> Optimizers =>
        new()
        {
            { "Adam", "new AdamOptimizer(PARAMETERS)" },
            {
                "Adam(2e-4, Beta1 = 0.5, Beta2 = 0.99, Eps = 1e-6, WeightDecay = 0.1, AmsGrad = true)",
                "new AdamOptimizer(PARAMETERS, beta1: 0.5, beta2: 0.99, eps: 1e-6, weightDecay: 0.1, amsGrad: true)"
            },
            { "AdamW", "new AdamWOptimizer(PARAMETERS)" },
            { "AdamW(WeightDecay = 0.01)", "new AdamWOptimizer(PARAMETERS)" },
            {
                "AdamW(2e-4, Beta1 = 0.5, Beta2 = 0.99, Eps = 1e-6, WeightDecay = 0, AmsGrad = true)",
                "new AdamWOptimizer(PARAMETERS, beta1: 0.5, beta2: 0.99, eps: 1e-6, weightDecay: 0, amsGrad: true)"
            },
            { "RmsProp", "new RmsPropOptimizer(PARAMETERS)" },
            {
                "RmsProp(5e-5, Alpha = 0.9, Eps = 1e-6, WeightDecay = 0.1, Momentum = 0.5, Centered = true)",
                "new RmsPropOptimizer(PARAMETERS, alpha: 0.9, eps: 1e-6, weightDecay: 0.1, momentum: 0.5, centered: true)"
            },
            { "Sgd(0.1)", "new SgdOptimizer(PARAMETERS)" },
            {
                "Sgd(0.1, Momentum = 0.5, Dampening = 0.25, WeightDecay = 0.1)",
                "new SgdOptimizer(PARAMETERS, momentum: 0.5, dampening: 0.25, weightDecay: 0.1)"
            },
            {
                "Sgd(0.1, Momentum = 0.5, Nesterov = true)",
                "new SgdOptimizer(PARAMETERS, momentum: 0.5, nesterov: true)"
            },
        };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void It_is_created_with_what_is_declared(string attribute, string construction)
    {
        var run = GeneratorRun.On(Declaration.WithGan($"[Gan, Latent(64), Image(1, 28, 28), {attribute}]"));

        var gan = run.Sources.Single(source => source.HintName == "SmallGan.Gan.g.cs").SourceText.ToString();
        Assert.Contains(
            $"generatorOptimizer = {construction.Replace("PARAMETERS", "G.parameters(), Settings.GeneratorLearningRate")};",
            gan
        );
        Assert.Contains(
            $"discriminatorOptimizer = {construction.Replace("PARAMETERS", "D.parameters(), Settings.DiscriminatorLearningRate")};",
            gan
        );
        Assert.Empty(run.CompilerDiagnostics());
    }

    [Theory]
    [InlineData("AdamW", "0.001")]
    [InlineData("RmsProp", "0.01")]
    public void The_default_learning_rate_is_that_of_pytorch(string attribute, string rate)
    {
        var run = GeneratorRun.On(Declaration.WithGan($"[Gan, Latent(64), Image(1, 28, 28), {attribute}]"));

        var options = run.Sources.Single(source => source.HintName == "SmallGan.Options.g.cs").SourceText.ToString();
        Assert.Contains($"GeneratorLearningRate {{ get; init; }} = {rate};", options);
    }
}
