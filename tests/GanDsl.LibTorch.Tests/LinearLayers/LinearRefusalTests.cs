using System.Runtime.InteropServices;
using GanDsl.LibTorch.Tests.Modules;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.LinearLayers;

/// <summary>What does not fit is refused in 32 bits as in 64 bits, where libtorch's own operator does it.</summary>
public class LinearRefusalTests
{
    /// <summary>Shapes of input, weight and bias.</summary>
    public static TheoryData<long[], long[], long[]?> Calls =>
        new()
        {
            { [5, 4], [3, 17], null },
            { [5, 17], [17, 3], null },
            { [2, 5, 4], [3, 17], null },
            { [4], [3, 17], null },
            { [5, 17], [2, 3, 17], null },
            { [5, 4], [3, 17], [3] },
            { [5, 17], [3, 17], [4] },
            { [5, 17], [3, 17], [17] },
            { [5, 17], [3, 17], [2, 3] },
            { [2, 5, 17], [3, 17], [4] },
            { [0, 4], [3, 17], [3] },
        };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Refuses_in_the_same_words(long[] input, long[] weight, long[]? bias)
    {
        using var scope = NewDisposeScope();

        var expected = Assert.Throws<ExternalException>(() => Call(ScalarType.Float64)).Message;
        var found = Assert.Throws<ExternalException>(() => Call(ScalarType.Float32)).Message;

        Assert.NotEmpty(found);
        Assert.Equal(expected, found);

        Tensor Call(ScalarType type) =>
            LinearCase.Call([
                ones(input, type),
                ones(weight, type),
                .. bias is null ? Array.Empty<Tensor>() : [ones(bias, type)],
            ]);
    }

    /// <summary>Shapes of a bias that is expanded to [5, 3].</summary>
    public static TheoryData<long[]> Expanded =>
        new()
        {
            { [] },
            { [1] },
            { [1, 3] },
            { [5, 3] },
        };

    [Theory]
    [MemberData(nameof(Expanded))]
    public void Takes_what_libtorch_expands(long[] bias)
    {
        using var scope = NewDisposeScope();

        var found = LinearCase.Call(ones(5, 17), ones(3, 17), full(bias, 2.0));

        Assert.True(found.Equals(full([5, 3], 19.0)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Refuses_types_that_differ(int wide)
    {
        using var scope = NewDisposeScope();
        Tensor[] tensors = [ones(5, 17), ones(3, 17), ones(3)];
        tensors[wide] = tensors[wide].to(ScalarType.Float64);

        Assert.Throws<ExternalException>(() => LinearCase.Call(tensors));
    }
}
