using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Batches;

public sealed class BatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Holds_a_tensor_of_its_shape()
    {
        var images = zeros(3, 1, 28, 28);

        using var batch = new DigitGan.Images(images);

        Assert.Same(images, batch.Tensor);
        Assert.Equal(3, batch.Count);
        Assert.Equal([1L, 28, 28], batch.ExampleShape);
        Assert.Equal(ValueRange.MinusOneToOne, batch.Range);
    }

    [Fact]
    public void Every_kind_has_its_shape()
    {
        using var signals = new DigitGan.Signals(zeros(4, 2, 16));
        using var points = new DigitGan.Points(zeros(5, 2));
        using var latents = new DigitGan.Latents(zeros(0, 64));
        using var halves = new DigitGan.Latents(zeros([2, 64], float64));

        Assert.Equal([2L, 16], signals.ExampleShape);
        Assert.Equal([2L], points.ExampleShape);
        Assert.Equal((4, 5, 0, 2), (signals.Count, points.Count, latents.Count, halves.Count));
    }

    [Fact]
    public void Outlives_the_scope_in_which_the_tensor_was_made()
    {
        DigitGan.Latents batch;
        using (NewDisposeScope())
        {
            batch = new DigitGan.Latents(ones(2, 64));
        }

        using (batch)
        using (var sum = batch.Tensor.sum())
        {
            Assert.Equal(128f, sum.item<float>());
        }
    }

    [Fact]
    public void Disposes_the_tensor_once()
    {
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var latents = zeros(2, 64);
        var batch = new DigitGan.Latents(latents);

        batch.Dispose();
        batch.Dispose();

        Assert.True(latents.IsInvalid);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Throws<ObjectDisposedException>(() => batch.Tensor);
        Assert.Throws<ObjectDisposedException>(() => batch.SaveNpy(folder["a.npy"]));
    }

    [Theory]
    [InlineData(new long[] { 64, 784 }, "reshape it with tensor.reshape(-1, 1, 28, 28).")]
    [InlineData(new long[] { 5, 28, 28 }, "reshape it with tensor.reshape(-1, 1, 28, 28).")]
    [InlineData(new long[] { 1, 28, 28 }, "give it a batch dimension with tensor.unsqueeze(0).")]
    [InlineData(
        new long[] { 2, 1, 32, 32 },
        "its 2048 values are no whole number of examples of 784 values each, so another shape must have been meant."
    )]
    public void Refuses_another_shape_with_both(long[] shape, string remedy)
    {
        using var tensor = zeros(shape);

        var refusal = Assert.Throws<ArgumentException>(() => new DigitGan.Images(tensor));

        Assert.Equal("tensor", refusal.ParamName);
        Assert.StartsWith(
            $"DigitGan.Images holds [N, 1, 28, 28], but the tensor is [{string.Join(", ", shape)}]; {remedy}",
            refusal.Message
        );
        Assert.False(tensor.IsInvalid);
    }

    // A reshape keeps the order of the values, so where axes are swapped it would scramble every picture without a word.
    [Theory]
    [InlineData(new long[] { 6, 8, 9, 3 }, "permute(0, 3, 1, 2)")]
    [InlineData(new long[] { 6, 3, 9, 8 }, "permute(0, 1, 3, 2)")]
    [InlineData(new long[] { 6, 9, 8, 3 }, "permute(0, 3, 2, 1)")]
    [InlineData(
        new long[] { 8, 9, 3 },
        "permute(2, 0, 1), as reshape would scramble the values, and give it a batch dimension"
    )]
    public void Axes_in_another_order_are_to_be_permuted(long[] shape, string remedy)
    {
        var message = BatchRefusal.Of("Rgb.Images holds", float32, shape, [3, 8, 9]);

        Assert.Contains(remedy, message);
        Assert.DoesNotContain("tensor.reshape", message);
    }

    [Fact]
    public void The_order_that_a_refusal_names_gives_each_pixel_its_place()
    {
        using var scope = NewDisposeScope();
        var channelsLast = rand(6, 8, 8, 3);
        Assert.Contains(
            "permute(0, 3, 1, 2)",
            BatchRefusal.Of("Rgb.Images holds", float32, channelsLast.shape, [3, 8, 8])
        );

        var images = channelsLast.permute(0, 3, 1, 2);

        Assert.Equal(channelsLast[4, 5, 6, 2].item<float>(), images[4, 2, 5, 6].item<float>());
    }

    [Theory]
    [InlineData(new long[] { 6, 128 }, new long[] { 64 })]
    [InlineData(new long[] { 6, 32 }, new long[] { 64 })]
    [InlineData(new long[] { 3, 6, 8, 8 }, new long[] { 3, 8, 8 })]
    [InlineData(new long[] { 6, 6, 4, 8 }, new long[] { 3, 8, 8 })]
    public void No_reshape_is_advised_where_values_would_come_to_other_examples(long[] shape, long[] exampleShape) =>
        Assert.DoesNotContain("reshape", BatchRefusal.Of("It holds", float32, shape, exampleShape));

    [Theory]
    [InlineData(new long[] { 2, 6, 3, 8, 8 }, new long[] { 3, 8, 8 })]
    [InlineData(new long[] { 6, 192 }, new long[] { 3, 8, 8 })]
    [InlineData(new long[] { 6, 16 }, new long[] { 1, 16 })]
    [InlineData(new long[] { 6 }, new long[] { 1 })]
    public void A_reshape_is_advised_where_it_moves_no_value(long[] shape, long[] exampleShape) =>
        Assert.Contains("reshape it with", BatchRefusal.Of("It holds", float32, shape, exampleShape));

    [Fact]
    public void Refuses_whole_numbers_and_nothing()
    {
        using var bytes = zeros([2, 64], uint8);

        Assert.StartsWith(
            "DigitGan.Latents holds [N, 64] of a floating-point type, but the tensor is Byte; convert it with tensor.to(torch.float32).",
            Assert.Throws<ArgumentException>(() => new DigitGan.Latents(bytes)).Message
        );
        Assert.Throws<ArgumentNullException>(() => new DigitGan.Latents(null!));
    }

    [Fact]
    public void A_refused_tensor_stays_in_its_scope()
    {
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        using (NewDisposeScope())
        {
            var tensor = zeros(2, 3);
            Assert.Throws<ArgumentException>(() => new DigitGan.Latents(tensor));
        }

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Images_are_saved_in_their_range()
    {
        using var images = new DigitGan.UnitImages(tensor(new float[] { 0, 1, 0.2f, 0.4f }, [2, 1, 1, 2]));

        images.SaveGrid(folder["grid.png"], columns: 1, padding: 0);

        Assert.Equal([0, 255, 51, 102], PngDecoder.Read(folder["grid.png"]).Pixels);
    }

    [Fact]
    public void Values_are_saved_for_numpy()
    {
        using var points = new DigitGan.Points(zeros(3, 2));

        points.SaveNpy(folder["points.npy"]);

        Assert.Equal(128 + 3 * 2 * 4, new FileInfo(folder["points.npy"]).Length);
    }

    [Fact]
    public void Points_of_the_plane_are_drawn_and_others_are_not()
    {
        using var real = zeros(3, 2);
        using var points = new DigitGan.Points(zeros(3, 2));
        using var rows = new DigitGan.Rows(zeros(3, 5));

        points.SaveScatter(folder["points.svg"], real);
        var message = Assert.Throws<GanException>(() => rows.SaveScatter(folder["rows.svg"], real)).Message;

        Assert.Contains("but these have 5", message);
        Assert.Equal(["points.svg"], folder.Files);
    }
}
