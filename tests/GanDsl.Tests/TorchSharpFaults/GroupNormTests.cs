using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.TorchSharpFaults;

public sealed class GroupNormTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    /// <summary>The other fault, parameters that start as whatever stood in memory, cannot be seen for certain.</summary>
    [Fact]
    public void It_takes_no_vectors()
    {
        using var module = nn.GroupNorm(2, 4);
        var refusal = Record.Exception(() => module.call(ones(3, 4)));

        Mended.Unless(
            refusal is not null,
            "GroupNormAttribute can emit nn.GroupNorm if its parameters now start as 1 and 0, too."
        );
    }

    public void Dispose() => scope.Dispose();
}
