using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>With labels declared, forgetting them does not compile; without, there are none to give.</summary>
public class ConditionalTypesTests
{
    [Theory]
    [InlineData("gan.Step(real, labels)", true)]
    [InlineData("gan.Step(real, labels, latents)", true)]
    [InlineData("gan.Sample(labels)", true)]
    [InlineData("gan.Train(real, labels)", true)]
    [InlineData("gan.Step(real)", false)]
    [InlineData("gan.Step(real, latents)", false)]
    [InlineData("gan.Sample(8)", false)]
    [InlineData("gan.Sample(latents)", false)]
    [InlineData("gan.Train(real)", false)]
    [InlineData("gan.Train(new GanDsl.TensorDataset(real.Tensor))", false)]
    [InlineData("gan.G.call(latents.Tensor)", false)]
    public void A_conditional_gan_takes_labels(string use, bool compiles) =>
        Assert.Equal(compiles, Compiles(ConditionalGans.Auxiliary, "AuxiliaryGan", use));

    [Theory]
    [InlineData("gan.Step(real)", true)]
    [InlineData("gan.Step(real, labels)", false)]
    public void Another_gan_has_none(string use, bool compiles) =>
        Assert.Equal(compiles, Compiles(RegularizedGans.Relativistic, "RelativisticGan", use));

    private static bool Compiles(string declaration, string name, string use)
    {
        var labels = declaration.Contains("[Labels") ? $"{name}.Labels labels" : "object labels";
        var text = $$"""
            namespace Demo;

            internal static class Use
            {
                public static void It({{name}} gan, {{name}}.Points real, {{labels}}, {{name}}.Latents latents) => _ = {{use}};
            }
            """;
        return !GeneratorRun.On(declaration, text).CompilerDiagnostics().Any();
    }
}
