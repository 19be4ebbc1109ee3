using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class TorchDatasetTests
{
    [Fact]
    public void Items_are_examples()
    {
        using var source = new Items(5);
        using var data = new TorchDataset(source, "point", canReadAhead: true, description: "five points");

        Assert.Equal(5, data.Count);
        Assert.Equal([2L], data.ExampleShape);
        Assert.Equal("five points", data.Description);
        Assert.True(data.CanReadAhead);
        using var read = data.Read([4, 0, 4]);
        Assert.Equal([4f, -4, 0, 0, 4, -4], read.data<float>().ToArray());
        Assert.False(new TorchDataset(new Items(1), "point").CanReadAhead);
    }

    [Fact]
    public void Other_types_and_strides_are_converted()
    {
        using var source = new Items(3) { Make = index => tensor([index, 1.0, 2, 3], [2, 2], float64).transpose(0, 1) };
        using var data = new TorchDataset(source, "point");

        using var read = data.Read([2]);

        Assert.Equal(float32, read.dtype);
        Assert.Equal([2f, 2, 1, 3], read.data<float>().ToArray());
    }

    [Fact]
    public void Labels_are_read_at_once()
    {
        using var data = TorchDataset.Labeled(new Items(5), "point", "label");

        Assert.Equal([0, 1, 2, 0, 1], data.Labels);
        using var read = data.Read([1]);
        Assert.Equal([1f, -1], read.data<float>().ToArray());
    }

    [Fact]
    public void No_tensor_of_an_item_is_left_behind()
    {
        using var data = new TorchDataset(new Items(8), "point");
        using (data.Read([0])) { }
        var before = Live.Count;

        for (var round = 0; round < 10; round++)
        {
            using var read = data.Read([1, 2, 3]);
        }

        Assert.Equal(before, Live.Count);
    }

    [Fact]
    public void Tensors_that_the_data_set_keeps_are_left_alone()
    {
        using var kept = tensor([1f, 2]);
        using var source = new Items(2) { Make = _ => kept };
        using (var data = new TorchDataset(source, "point"))
        {
            using var read = data.Read([0, 1, 0]);
        }

        Assert.Equal([1f, 2], kept.data<float>().ToArray());
    }

    [Fact]
    public void A_loaders_batches_are_cut_anew()
    {
        using var source = new Items(6);
        using var loader = new TorchSharp.Modules.DataLoader(source, 4, false, CPU);
        using var sampler = new DataLoaderSampler(loader, "point", "label");

        using var first = sampler.Draw(3);
        var (second, labels) = sampler.DrawLabeled(5);

        Assert.Equal([0f, 0, 1, -1, 2, -2], first.data<float>().ToArray());
        Assert.Equal([3f, -3, 4, -4, 5, -5, 0, 0, 1, -1], second.contiguous().data<float>().ToArray());
        Assert.Equal([0L, 1, 2, 0, 1], labels.data<long>().ToArray());
        second.Dispose();
        labels.Dispose();
    }

    [Fact]
    public void A_sampler_goes_on_for_as_long_as_it_is_asked()
    {
        using var source = new Items(7);
        using var loader = new TorchSharp.Modules.DataLoader(source, 3, false, CPU);
        using var sampler = new DataLoaderSampler(loader, "point");

        for (var step = 0; step < 40; step++)
        {
            using var drawn = sampler.Draw(4);
            var expected = Enumerable.Range(step * 4, 4).Select(row => (float)(row % 7));
            Assert.Equal(expected, drawn[.., 0].contiguous().data<float>().ToArray());
        }

        Assert.Throws<InvalidOperationException>(() => sampler.DrawLabeled(1));
        sampler.Dispose();
        Assert.Throws<ObjectDisposedException>(() => sampler.Draw(1));
    }

    [Fact]
    public void A_GAN_trains_on_both()
    {
        using var data = new TorchDataset(new Items(32), "point");
        using var loader = new TorchSharp.Modules.DataLoader(new Items(10), 4, true, CPU);
        using var sampler = new DataLoaderSampler(loader, "point");
        using var gan = new Tables.TableGan(new() { BatchSize = 8, Epochs = 1 });

        Assert.Equal(4, gan.Train(data).Count());
        Assert.Equal(5, gan.Train(sampler.Draw, steps: 5).Count());
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_its_number_and_name()
    {
        using var data = new TorchDataset(
            new Items(3) { Make = index => zeros(index == 2 ? 3 : 2) },
            "point",
            description: "points"
        );

        Assert.Contains("Example 2 of points", Assert.Throws<GanException>(() => data.Read([0, 2])).Message);
        Assert.Contains(
            "'label', 'point'",
            Assert.Throws<GanException>(() => new TorchDataset(new Items(3), "image")).Message
        );
        Assert.Contains("Int64", Assert.Throws<GanException>(() => new TorchDataset(new Items(3), "label")).Message);
        Assert.Contains(
            "no examples",
            Assert.Throws<GanException>(() => new TorchDataset(new Items(0), "point")).Message
        );
        Assert.Contains(
            "integers",
            Assert.Throws<GanException>(() => TorchDataset.Labeled(new Items(3), "point", "point")).Message
        );
        Assert.Contains(
            "is -1",
            Assert
                .Throws<GanException>(() =>
                    TorchDataset.Labeled(new Items(3) { Label = _ => tensor(-1L) }, "point", "label")
                )
                .Message
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Read([3]));
        data.Dispose();
        Assert.Throws<ObjectDisposedException>(() => data.Read([0]));
    }

    [Fact]
    public void Items_are_never_asked_for_by_two_threads_at_once()
    {
        var inside = 0;
        using var data = new TorchDataset(
            new Items(100)
            {
                Make = index =>
                {
                    Assert.Equal(1, Interlocked.Increment(ref inside));
                    Thread.Sleep(1);
                    Interlocked.Decrement(ref inside);
                    return tensor([index, 0f]);
                },
            },
            "point"
        );

        Parallel.For(0, 20, index => data.Read([index, index + 1]).Dispose());
    }

    private sealed class Items(int count) : torch.utils.data.Dataset
    {
        public Func<long, Tensor> Make { get; init; } = index => tensor([index, -(float)index]);

        public Func<long, Tensor> Label { get; init; } = index => tensor(index % 3);

        public override long Count => count;

        public override Dictionary<string, Tensor> GetTensor(long index) =>
            new() { ["label"] = Label(index), ["point"] = Make(index) };
    }
}
