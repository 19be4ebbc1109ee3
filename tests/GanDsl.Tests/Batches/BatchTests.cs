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
        Tensor images = zeros(3, 1, 28, 28);

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
            batch = new DigitGan.Latents(ones(2, 64));

        using (batch)
        using (Tensor sum = batch.Tensor.sum())
            Assert.Equal(128f, sum.item<float>());
    }

    [Fact]
    public void Disposes_the_tensor_once()
    {
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Tensor latents = zeros(2, 64);
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
        using Tensor tensor = zeros(shape);

        var refusal = Assert.Throws<ArgumentException>(() => new DigitGan.Images(tensor));

        Assert.Equal("tensor", refusal.ParamName);
        Assert.StartsWith(
            $"DigitGan.Images holds [N, 1, 28, 28], but the tensor is [{string.Join(", ", shape)}]; {remedy}",
            refusal.Message
        );
        Assert.False(tensor.IsInvalid);
    }

    [Fact]
    public void Refuses_whole_numbers_and_nothing()
    {
        using Tensor bytes = zeros([2, 64], uint8);

        Assert.StartsWith(
            "DigitGan.Latents holds [N, 64] of a floating-point type, but the tensor is Byte; convert it with tensor.to(torch.float32).",
            Assert.Throws<ArgumentException>(() => new DigitGan.Latents(bytes)).Message
        );
        Assert.Throws<ArgumentNullException>(() => new DigitGan.Latents(null!));
    }

    [Fact]
    public void A_refused_tensor_stays_in_its_scope()
    {
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        using (NewDisposeScope())
        {
            Tensor tensor = zeros(2, 3);
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
        using Tensor real = zeros(3, 2);
        using var points = new DigitGan.Points(zeros(3, 2));
        using var rows = new DigitGan.Rows(zeros(3, 5));

        points.SaveScatter(folder["points.svg"], real);
        string message = Assert.Throws<GanException>(() => rows.SaveScatter(folder["rows.svg"], real)).Message;

        Assert.Contains("but these have 5", message);
        Assert.Equal(["points.svg"], folder.Files);
    }
}
