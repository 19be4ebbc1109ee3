using System.Runtime.Intrinsics.X86;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.TorchSharpFaults;

public sealed class WideBorderTests
{
    /// <summary>The gradient is written beyond its end, too, which may end the process.</summary>
    [Fact]
    public void The_gradient_of_a_strided_volume_with_a_wide_border_is_wrong_with_AVX_512()
    {
        var result = ChildProcess.RunIn(
            AppContext.BaseDirectory,
            static () =>
            {
                var (exact, found) = (GradientIn(ScalarType.Float64), GradientIn(ScalarType.Float32));
                Assert.True((found.to(ScalarType.Float64) - exact).abs().max().item<double>() < 1e-3);
            }
        );

        Mended.Unless(
            result.ExitCode != 0 || !Avx512F.IsSupported,
            "ConvolutionRule.HasUnsafeBorder and what looks at it can go."
        );
    }

    private static Tensor GradientIn(ScalarType type)
    {
        var input = arange(2 * 3 * 4 * 4 * 4).reshape(2, 3, 4, 4, 4).to(type).sin();
        var weight = arange(4 * 3 * 4 * 3 * 3).reshape(4, 3, 4, 3, 3).to(type).cos().requires_grad_();
        nn.functional.conv3d(input, weight, strides: [2, 1, 1], padding: [3, 0, 0]).pow(2).mean().backward();
        return weight.grad!;
    }
}
