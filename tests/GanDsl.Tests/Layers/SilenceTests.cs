using GanDsl.Tests.Generated;
using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Layers;

/// <summary>
/// Libtorch prints warnings past .NET, some at every call and some once in a process. What is emitted gives it no reason to. In processes of
/// their own, whose output holds what native code prints and where no other test has used up a warning.
/// </summary>
public sealed class SilenceTests
{
    [Fact]
    public void Layers_print_nothing() =>
        AssertSilent(static () =>
        {
            foreach (var name in LayerCase.Names)
            {
                using var scope = NewDisposeScope();
                using var layer = new LayerCase(name);
                var input = layer.Input.to(ScalarType.Float32).requires_grad_();
                Differentiate(layer.Network.call(input));
                layer.Network.eval();
                Differentiate(layer.Network.call(input));
            }
        });

    [Fact]
    public void Training_with_spectral_normalisation_and_blocks_prints_nothing() =>
        AssertSilent(static () =>
        {
            using var gan = new StructureGan();
            using var images = new StructureGan.Images(randn(4, 2, 4, 4).clamp(-1, 1));
            gan.Step(images);
            gan.Step(images);
        });

    [Fact]
    public void Every_initialiser_prints_nothing() =>
        AssertSilent(static () => Train(typeof(InitialisedGan), randn(4, 2)));

    [Fact]
    public void A_penalty_on_second_derivatives_prints_nothing() =>
        AssertSilent(static () => Train(typeof(GradientPenaltyGan), randn(4, 2)));

    [Fact]
    public void Layers_of_labels_print_nothing() =>
        AssertSilent(static () =>
        {
            using var scope = NewDisposeScope();
            using var gan = new ConditionalLayersGan();
            var labels = tensor(new long[] { 1, 0, 1, 1, 3 });
            var (logits, classLogits) = gan.D.Classify(gan.G.call(randn(5, 3), labels), labels);
            Differentiate(logits.sum() + classLogits.sum());
        });

    /// <summary>What is compared with nothing: the warning of libtorch that the emitted code avoids.</summary>
    [Fact]
    public void A_warning_would_be_seen()
    {
        var result = ChildProcess.RunIn(
            AppContext.BaseDirectory,
            static () => nn.functional.conv1d_padding(ones(1, 1, 4), ones(1, 1, 2), null, 1, TorchSharp.Padding.Same)
        );

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("padding='same'", result.Error);
    }

    private static void Train(Type model, Tensor examples)
    {
        using var gan = new GanUnderTest(model);
        gan.Step(examples);
        gan.Step(examples);
    }

    private static void Differentiate(Tensor output) => output.sum().backward();

    private static void AssertSilent(Action code)
    {
        var result = ChildProcess.RunIn(AppContext.BaseDirectory, code);

        Assert.Equal((0, "", ""), (result.ExitCode, result.Output, result.Error));
    }
}
