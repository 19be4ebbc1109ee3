using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class DatasetTests
{
    private static readonly long[] Shape = [1, 2, 2];

    [Fact]
    public void What_fits_passes()
    {
        using var images = Images(4);

        images.EnsureFits("DigitGan", Shape, ValueRange.MinusOneToOne, 4);
        images.EnsureFits("DigitGan", Shape, ValueRange.Unbounded, 1);
    }

    [Fact]
    public void Another_shape_is_refused_with_both()
    {
        using var images = Images(4);

        var message = Assert
            .Throws<GanException>(() => images.EnsureFits("DigitGan", [1, 28, 28], ValueRange.MinusOneToOne, 1))
            .Message;

        Assert.Equal(
            "DigitGan takes examples [1, 28, 28], but those of test images are [1, 2, 2]: "
                + "change the shape that DigitGan declares or the data.",
            message
        );
    }

    [Fact]
    public void Another_range_is_refused_with_both()
    {
        using var images = Images(4);

        var message = Assert
            .Throws<GanException>(() => images.EnsureFits("DigitGan", Shape, ValueRange.ZeroToOne, 1))
            .Message;

        Assert.StartsWith(
            "DigitGan works on values in [0, 1], but those of test images are in [-1, 1]: "
                + "scale the data or set Range = ValueRange.MinusOneToOne",
            message
        );
    }

    [Fact]
    public void Where_no_range_is_given_the_way_to_give_it_is_named()
    {
        using var values = zeros([4, .. Shape]);
        using var unbounded = new TensorDataset(values, description: "test numbers");

        var message = Assert
            .Throws<GanException>(() => unbounded.EnsureFits("DigitGan", Shape, ValueRange.MinusOneToOne, 1))
            .Message;

        Assert.Equal(
            "DigitGan works on values in [-1, 1], but those of test numbers are unbounded: where they lie there, say "
                + "ValueRange.MinusOneToOne to what opens them, else scale the data or set Range = ValueRange.Unbounded where "
                + "DigitGan declares its shape.",
            message
        );
    }

    [Fact]
    public void Fewer_examples_than_a_step_draws_are_refused()
    {
        using var images = Images(4);

        var message = Assert
            .Throws<GanException>(() => images.EnsureFits("DigitGan", Shape, ValueRange.MinusOneToOne, 5))
            .Message;

        Assert.StartsWith("One step of DigitGan draws 5 examples, but there are 4 in test images:", message);
    }

    [Fact]
    public void A_set_of_the_users_own_can_be_cut()
    {
        using var own = new Squares();
        using var part = own.Take(3).Take(2);

        using var batch = part.Read([1, 0]);

        Assert.Equal(2, part.Count);
        Assert.Equal(own.ExampleShape, part.ExampleShape);
        Assert.Equal((own.Range, own.Description), (part.Range, part.Description));
        Assert.Equal(own.ClassNames, part.ClassNames);
        Assert.Equal([0, 1], part.Labels);
        Assert.Equal([1f, 0f], batch.reshape(-1).data<float>().ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => part.Read([2]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_holds_the_examples_goes_with_the_last_of_a_set_and_its_parts(bool isWholeFirst)
    {
        var own = new Squares();
        var part = own.Take(5);
        var less = part.Take(3);
        Dataset[] order = isWholeFirst ? [own, part, less] : [part, own, less];

        foreach (var set in order)
        {
            Assert.Equal(0, own.Releases);
            using (var batch = less.Read([2]))
            {
                Assert.Equal(4f, batch.item<float>());
            }

            set.Dispose();
            set.Dispose();
        }

        Assert.Equal(1, own.Releases);
        Assert.Throws<ObjectDisposedException>(() => own.Take(1));
        Assert.Throws<ObjectDisposedException>(() => part.Take(1));
        Assert.Throws<ObjectDisposedException>(() => part.Read([0]));
    }

    [Fact]
    public void What_is_released_cannot_be_held_again()
    {
        var own = new Squares();
        own.Dispose();

        // As where another thread disposes the set in the middle of Take.
        Assert.Throws<ObjectDisposedException>(own.Hold);

        own.Dispose();
        Assert.Equal(1, own.Releases);
    }

    [Fact]
    public void Sets_that_come_with_GanDsl_can_be_read_ahead()
    {
        using var scope = NewDisposeScope();
        using var images = Images(4);
        using var points = new TensorDataset(zeros(4, 2));
        using var digits = new SyntheticDigits(4);
        using var tones = new SyntheticTones(4);

        Dataset[] sets = [images, points, digits, tones, GaussianMixture.Ring().ToDataset(4)];

        Assert.All(sets, set => Assert.True(set.CanReadAhead));
        Assert.All(sets, set => Assert.True(set.Take(2).CanReadAhead));
    }

    [Fact]
    public void Other_sets_are_read_ahead_only_if_they_say_so()
    {
        using var own = new Squares();
        using var derived = new NoisyImages();
        using var ahead = new RecordingDataset(4, canReadAhead: true);

        Assert.False(own.CanReadAhead);
        Assert.False(own.Take(2).CanReadAhead);
        Assert.False(derived.CanReadAhead);
        Assert.True(ahead.Take(2).CanReadAhead);
    }

    // The batch is the caller's, who may change or dispose it between steps.
    [Fact]
    public void A_batch_in_memory_is_not_read_ahead()
    {
        using var batch = new Batches.DigitGan.Images(zeros(2, 1, 28, 28));

        Assert.False(new GanDsl.Training.BatchExamples(batch, ValueRange.MinusOneToOne, "the images").CanReadAhead);
    }

    private static ByteImageDataset Images(int count) => new(new byte[count * 4], 1, 2, 2, description: "test images");

    /// <summary>Images that draw from torch's random numbers.</summary>
    private sealed class NoisyImages() : ByteImageDataset(new byte[8], 1, 2, 2)
    {
        public override Tensor Read(ReadOnlySpan<int> indices)
        {
            using var images = base.Read(indices);
            return images + randn_like(images);
        }
    }

    /// <summary>The numbers i squared.</summary>
    private sealed class Squares : Dataset
    {
        public int Releases { get; private set; }

        public override int Count => 10;

        public override IReadOnlyList<long> ExampleShape => [1];

        public override ValueRange Range => ValueRange.Unbounded;

        public override string Description => "squares";

        public override IReadOnlyList<int> Labels { get; } = [.. Enumerable.Range(0, 10).Select(number => number % 2)];

        public override IReadOnlyList<string> ClassNames { get; } = ["even", "odd"];

        public override Tensor Read(ReadOnlySpan<int> indices)
        {
            CheckIndices(indices);
            var values = Array.ConvertAll(indices.ToArray(), i => (float)i * i);
            return tensor(values, [indices.Length, 1]);
        }

        protected override void Dispose(bool disposing) => Releases++;
    }
}
