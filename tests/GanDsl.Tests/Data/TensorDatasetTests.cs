using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class TensorDatasetTests
{
    [Fact]
    public void Reads_the_examples_asked_for()
    {
        using var source = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [3, 2]);
        using var data = new TensorDataset(source);

        using var batch = data.Read([2, 0, 2, 1]);

        Assert.Equal(3, data.Count);
        Assert.Equal([2L], data.ExampleShape);
        Assert.Equal([4L, 2], batch.shape);
        Assert.Equal([5f, 6, 1, 2, 5, 6, 3, 4], batch.data<float>().ToArray());
    }

    [Fact]
    public void Lives_on_when_the_source_or_its_scope_is_gone()
    {
        TensorDataset data;
        using (NewDisposeScope())
        {
            var source = tensor(new float[] { 1, 2 }, [2, 1]);
            data = new TensorDataset(source);
        }

        using (data)
        using (var batch = data.Read([1]))
        {
            Assert.Equal(2f, batch.item<float>());
        }

        Assert.Throws<ObjectDisposedException>(() => data.Read([0]));
        Assert.Throws<ObjectDisposedException>(() => data.Take(1));
    }

    // A data set that is read ahead may be disposed while it is read.
    [Fact]
    public async Task Disposing_it_on_another_thread_waits_for_the_read_under_way()
    {
        using var source = arange(4000).to(float32).reshape(1000, 4);
        for (var round = 0; round < 50; round++)
        {
            var data = new TensorDataset(source);
            using var begun = new SemaphoreSlim(0);
            var reading = Task.Run(() =>
            {
                while (true)
                {
                    using var batch = data.Read([999, 0, 500]);
                    Assert.Equal(3996f, batch[0, 0].item<float>());
                    begun.Release();
                }
            });

            await begun.WaitAsync();
            data.Dispose();

            await Assert.ThrowsAsync<ObjectDisposedException>(() => reading);
        }
    }

    [Fact]
    public void Disposing_it_leaves_the_source_alone()
    {
        using var source = tensor(new float[] { 1, 2 }, [2, 1]);

        new TensorDataset(source).Dispose();

        Assert.Equal([1f, 2f], source.reshape(-1).data<float>().ToArray());
    }

    [Fact]
    public void Converts_doubles_and_transposed_views()
    {
        using var source = tensor(new double[] { 1, 2, 3, 4, 5, 6 }, [2, 3]);
        using var transposed = source.transpose(0, 1);
        using var data = new TensorDataset(transposed);

        using var batch = data.Read([0, 2]);

        Assert.Equal(ScalarType.Float32, batch.dtype);
        Assert.Equal([1f, 4, 3, 6], batch.data<float>().ToArray());
    }

    [Fact]
    public void Reads_without_a_graph()
    {
        using var source = tensor(new float[] { 1, 2 }, [2, 1], null, null, true);
        using var data = new TensorDataset(source);

        using var batch = data.Read([0]);

        Assert.False(batch.requires_grad);
    }

    [Fact]
    public void Takes_the_first_examples_and_either_can_be_disposed_first()
    {
        using var source = tensor(new float[] { 1, 2, 3 }, [3, 1]);
        var data = new TensorDataset(source, description: "three points");
        using var two = data.Take(2);
        data.Dispose();

        using var batch = two.Read([1, 0]);

        Assert.Equal(2, two.Count);
        Assert.Equal("three points", two.Description);
        Assert.Equal([2f, 1f], batch.reshape(-1).data<float>().ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => two.Read([2]));
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void Names_the_example_that_is_not_finite(float value, string text)
    {
        using var source = tensor(new float[] { 1, 2, 3, 4, value, 6 }, [3, 2]);

        var message = Assert.Throws<GanException>(() => new TensorDataset(source, description: "the table")).Message;

        Assert.StartsWith($"Example 2 of the table has the value {text}, ", message);
    }

    [Fact]
    public void Looks_through_every_part_of_a_large_set()
    {
        const int count = 3_000_000;
        var values = new float[count];
        values[count - 2] = float.NaN;
        using var source = tensor(values, [count / 2, 2]);

        var message = Assert.Throws<GanException>(() => new TensorDataset(source)).Message;

        Assert.StartsWith("Example 1499999 of", message);
    }

    [Theory]
    [InlineData(ValueRange.ZeroToOne, -0.5f, "in [0, 1]")]
    [InlineData(ValueRange.MinusOneToOne, 1.5f, "in [-1, 1]")]
    public void Names_the_example_outside_the_range(ValueRange range, float value, string words)
    {
        using var source = tensor(new float[] { 0, 1, value }, [3, 1]);

        var message = Assert.Throws<GanException>(() => new TensorDataset(source, range)).Message;

        Assert.StartsWith("Example 2 of", message);
        Assert.Contains($"the values should be {words}", message);
    }

    [Fact]
    public void Refuses_no_examples_no_dimension_and_whole_numbers()
    {
        using var none = zeros(0, 3);
        using var number = tensor(1f);
        using var bytes = zeros([2, 3], uint8);

        Assert.Contains("a tensor [0, 3]", Assert.Throws<GanException>(() => new TensorDataset(none)).Message);
        Assert.Contains("[N, ...]", Assert.Throws<ArgumentException>(() => new TensorDataset(number)).Message);
        Assert.Contains("this one is Byte", Assert.Throws<ArgumentException>(() => new TensorDataset(bytes)).Message);
        Assert.Throws<ArgumentNullException>(() => new TensorDataset(null!));
    }

    [Fact]
    public void Leaves_no_tensor_behind()
    {
        using var source = zeros(10, 3);
        using var damaged = full([10, 3], float.NaN);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        using (var data = new TensorDataset(source))
        using (var part = data.Take(5))
        {
            for (var i = 0; i < 50; i++)
            {
                part.Read([i % 5, 3]).Dispose();
            }
        }

        Assert.Throws<GanException>(() => new TensorDataset(damaged));

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }
}
