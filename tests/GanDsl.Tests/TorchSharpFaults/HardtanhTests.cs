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

    public void Dispose() => scope.Dispose();
}
