using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Normalization;

/// <summary>What does not fit is refused in 32 bits as in 64 bits, where libtorch's own operator does it.</summary>
public class BatchNormRefusalTests
{
    /// <summary>Shapes of input, weight, bias, running mean and running variance.</summary>
    public static TheoryData<long[], long[], long[], long[], long[]> Calls =>
        new()
        {
            { [5, 3, 17], [4], [3], [3], [3] },
            { [5, 3, 17], [3], [4], [3], [3] },
            { [5, 3, 17], [3], [3], [4], [3] },
            { [5, 3, 17], [3], [3], [3], [4] },
            { [5, 3, 4, 5], [1], [3], [3], [3] },
            { [5, 3, 4, 5], [5], [5], [5], [5] },
            { [5, 3, 4, 5], [3, 2], [3], [3], [3] },
            { [5, 3, 2, 3, 4], [2], [2], [2], [2] },
            { [5, 3, 2, 3, 4], [3], [3], [], [3] },
            { [17], [3], [3], [3], [3] },
        };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Refuses_in_the_same_words(long[] input, long[] weight, long[] bias, long[] mean, long[] variance)
    {
        using var scope = NewDisposeScope();

        var expected = Assert.Throws<ExternalException>(() => Call(ScalarType.Float64)).Message;
        var found = Assert.Throws<ExternalException>(() => Call(ScalarType.Float32)).Message;

        Assert.NotEmpty(found);
        Assert.Equal(expected, found);

        Tensor Call(ScalarType type) =>
            nn.functional.batch_norm(
                ones(input, type),
                ones(mean, type),
                ones(variance, type),
                ones(weight, type),
                ones(bias, type),
                training: true
            );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Refuses_statistics_that_require_a_gradient(int trained)
    {
        using var scope = NewDisposeScope();

        var expected = Assert.Throws<ExternalException>(() => Call(ScalarType.Float64)).Message;
        var found = Assert.Throws<ExternalException>(() => Call(ScalarType.Float32)).Message;

        Assert.Contains("requires_grad", found);
        Assert.Equal(expected, found);

        Tensor Call(ScalarType type)
        {
            var one = new BatchNormCase(5, 3, 17);
            var statistics = one.Statistics(type);
            statistics[trained].requires_grad = true;
            return BatchNormCase.Call([.. one.DrawLeaves(1).Select(tensor => tensor.to(type))], statistics);
        }
    }

    [Fact]
    public void Refuses_evaluation_without_statistics()
    {
        using var scope = NewDisposeScope();
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            Assert.Contains(
                "running_mean",
                Assert
                    .Throws<ExternalException>(() =>
                        nn.functional.batch_norm(ones([5, 3, 17], type), null, null, ones(3, type), ones(3, type))
                    )
                    .Message
            );
        }
    }
}
