using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.TorchSharpFaults;

public sealed class HardtanhTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void It_returns_its_input_unchanged() =>
        Mended.Unless(
            Values.Of(nn.functional.hardtanh(tensor(new double[] { -3, 0.5, 3 }), -1, 1)).SequenceEqual([-3, 0.5, 3]),
            "HardtanhAttribute can emit functional.hardtanh again."
        );

    /// <summary>The one difference of what is emitted instead, as the documentation of the layer says.</summary>
    [Fact]
    public void At_its_bounds_a_clamp_passes_the_gradient_on()
    {
        var x = tensor(new double[] { -2, -1, 0, 1, 2 }, requires_grad: true);

        x.clamp(-1, 1).sum().backward();

        Assert.Equal([0, 1, 1, 1, 0], Values.Of(x.grad!));
    }

    public void Dispose() => scope.Dispose();
}
