using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Tensors;

public class DisposedTensorTests
{
    public static TheoryData<string, Action<Tensor>> Uses() =>
        new()
        {
            { "shape", tensor => _ = tensor.shape },
            { "operator", tensor => _ = tensor + 1 },
            { "second operand", tensor => _ = ones(1).add(tensor) },
            { "in a list", tensor => _ = cat(new[] { ones(1), tensor }) },
            { "data", tensor => _ = tensor.data<float>() },
            { "item", tensor => _ = tensor.item<float>() },
            { "grad", tensor => _ = tensor.grad },
            { "backward", tensor => tensor.backward() },
            { "in place", tensor => tensor.add_(1) },
            { "index", tensor => _ = tensor[0] },
            { "handle", tensor => _ = tensor.Handle },
        };

    [Theory]
    [MemberData(nameof(Uses))]
    public void Every_use_of_a_disposed_tensor_is_refused(string use, Action<Tensor> action)
    {
        var tensor = ones(1);
        tensor.Dispose();

        var error = Assert.ThrowsAny<InvalidOperationException>(() => action(tensor));

        Assert.NotEmpty(use + error.Message);
        Assert.True(tensor.IsInvalid);
    }

    [Fact]
    public void Results_and_views_outlive_their_source()
    {
        var source = ones(2, 2);
        using var view = source[0];
        using var sum = source.sum();
        source.Dispose();

        Assert.Equal([1f, 1], view.data<float>().ToArray());
        Assert.Equal(4, sum.ToSingle());
    }

    [Fact]
    public void A_graph_outlives_the_tensors_it_was_built_from()
    {
        using var x = ones([2], requires_grad: true);
        var y = x * 3;
        using var z = y.sum();
        y.Dispose();

        z.backward();

        Assert.Equal([3f, 3], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Two_threads_dispose_a_tensor_once()
    {
        for (var i = 0; i < 200; i++)
        {
            var tensor = ones(1);
            using var start = new Barrier(2);
            var threads = Enumerable
                .Range(0, 2)
                .Select(_ => new Thread(() =>
                {
                    start.SignalAndWait();
                    tensor.Dispose();
                }))
                .ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());

            Assert.True(tensor.IsInvalid);
        }
    }

    [Fact]
    public void Two_threads_compute_side_by_side()
    {
        var sums = new double[2];
        var threads = Enumerable
            .Range(0, 2)
            .Select(number => new Thread(() =>
            {
                for (var i = 0; i < 200; i++)
                {
                    using var scope = NewDisposeScope();
                    var x = full([16], number + 1.0, requires_grad: true);
                    (x * x).sum().backward();
                    sums[number] += x.grad!.sum().ToDouble();
                }
            }))
            .ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal([200 * 16 * 2.0, 200 * 16 * 4.0], sums);
    }
}
