using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Native;

/// <summary>What this engine refuses and TorchSharp does not.</summary>
public class LimitTests
{
    [Fact]
    public void Named_dimensions_are_refused() =>
        Assert.Contains(
            "named dimensions",
            Assert.Throws<NotSupportedException>(() => zeros([2], names: ["N"])).Message
        );
}
