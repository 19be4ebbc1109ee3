using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

[Collection(nameof(GlobalState))]
public class ParameterTests
{
    [Fact]
    public void Takes_its_tensor_over_and_its_place_in_the_scope()
    {
        using var scope = NewDisposeScope();
        var data = ones(2);
        var parameter = nn.Parameter(data, requires_grad: false);

        Assert.True(data.IsInvalid);
        Assert.False(parameter.requires_grad);
        Assert.True(ones(2).AsParameter().requires_grad);
        Assert.True(scope.Contains(parameter));
        Assert.False(scope.Contains(data));
    }

    [BeyondFact("the count grows with every parameter.")]
    public void Is_counted_once()
    {
        // Nothing else runs, and what former tests left behind is gone after this.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Tensor.TotalCount;

        var data = ones(2);
        var parameter = new Parameter(data);
        Assert.Equal(before + 1, Tensor.TotalCount);

        data.Dispose();
        parameter.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }
}
