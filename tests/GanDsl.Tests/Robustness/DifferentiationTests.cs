using System.Runtime.InteropServices;
using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Robustness;

/// <summary>Networks that cannot be differentiated: an exception says so. In processes of their own, as TorchSharp's autograd.grad would end this one.</summary>
public sealed class DifferentiationTests
{
    private const string DoNotDepend = "The discriminator's logits do not depend on its input, so ";

    [Fact]
    public void A_penalty_on_a_discriminator_that_detaches_its_input_is_refused() =>
        ChildProcess.Run(static () =>
        {
            foreach (var model in ModelCatalog.Penalties)
            {
                using var gan = new GanUnderTest(model);
                gan.D.register_forward_pre_hook((_, input) => input.detach());

                var refusal = Assert.Throws<GanException>(() => gan.Step(randn(4, 2)));

                Assert.StartsWith(DoNotDepend + "there is no gradient to penalise", refusal.Message);
            }
        });

    [Fact]
    public void Simultaneous_updates_with_a_discriminator_that_detaches_its_input_are_refused() =>
        ChildProcess.Run(static () =>
        {
            using var gan = new GanUnderTest(typeof(SimultaneousNonSaturatingGan));
            gan.D.register_forward_pre_hook((_, input) => input.detach());

            var refusal = Assert.Throws<GanException>(() => gan.Step(randn(4, 2)));

            Assert.StartsWith(DoNotDepend + "the generator cannot learn from them", refusal.Message);
        });

    [Fact]
    public void Networks_without_a_graph_throw_under_every_update_rule() =>
        ChildProcess.Run(static () =>
        {
            foreach (var model in ModelCatalog.UpdatesAndLosses)
            {
                using var gan = new GanUnderTest(model);
                gan.D.register_forward_hook((_, _, output) => output.detach());

                Assert.ThrowsAny<Exception>(() => gan.Step(randn(4, 2)));
            }
        });

    [Fact]
    public void An_operation_without_a_derivative_is_refused() =>
        ChildProcess.Run(static () =>
        {
            var weight = randn(2, requires_grad: true);

            AssertCannotDifferentiate(x => x.nextafter(x + weight));
        });

    [Fact]
    public void An_operation_that_overwrites_what_a_gradient_needs_is_refused() =>
        ChildProcess.Run(static () =>
            AssertCannotDifferentiate(x =>
            {
                var exponential = x.exp();
                var result = exponential.sin() + exponential;
                using var noGradients = no_grad();
                exponential.add_(1);
                return result;
            })
        );

    [Fact]
    public void TorchSharp_ends_the_process_where_a_gradient_fails()
    {
        // As soon as this fails, Gradient can call autograd.grad.
        var result = ChildProcess.RunIn(
            AppContext.BaseDirectory,
            static () => autograd.grad([ones(1)], [zeros(1, requires_grad: true)])
        );

        Assert.NotEqual(0, result.ExitCode);
        Assert.NotEqual(1, result.ExitCode);
    }

    [Fact]
    public void TorchSharp_ends_the_process_where_shapes_do_not_fit_matmul()
    {
        // As soon as this fails, SelfAttention and MinibatchDiscrimination can call matmul.
        var result = ChildProcess.RunIn(AppContext.BaseDirectory, static () => ones(2, 3).matmul(ones(4, 5)));

        Assert.NotEqual(0, result.ExitCode);
        Assert.NotEqual(1, result.ExitCode);
    }

    private static void AssertCannotDifferentiate(Func<Tensor, Tensor> discriminator)
    {
        var refusal = Assert.Throws<GanException>(() => InputGradients.Of(discriminator, randn(3, 2)));

        Assert.StartsWith("libtorch cannot differentiate what the networks computed; ", refusal.Message);
        Assert.IsType<ExternalException>(refusal.InnerException);
    }
}
