using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.TorchSharpFaults;

public sealed class GridSampleTests
{
    [Fact]
    public void It_has_no_second_derivative()
    {
        using var scope = NewDisposeScope();
        var images = ones(1, 1, 2, 2, requires_grad: true);
        var grid = zeros(1, 2, 2, 2);
        var sampled = nn.functional.grid_sample(images, grid, align_corners: true);
        var gradient = Gradient.Of(sampled.square().sum(), images, canBeDifferentiated: true)!;

        Mended.Unless(
            Record.Exception(() => Gradient.Of(gradient.square().sum(), images)) is GanException,
            "BilinearSampling can call it."
        );
    }
}
