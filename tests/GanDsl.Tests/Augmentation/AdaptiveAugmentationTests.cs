using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Augmentation;

/// <summary>The pipeline as a whole: what stays, what moves, and its derivatives.</summary>
public sealed class AdaptiveAugmentationTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly AdaptiveAugmentation augmentation = new(CPU);

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float16)]
    public void With_a_probability_of_0_every_number_stays_to_the_bit(ScalarType type)
    {
        foreach (var channels in new[] { 1, 2, 3, 4 })
        {
            var images = TestImages.Random(4, channels, 5, 7).to(type);
            images[0] = -0.0;
            images[1, 0, 0, 0] = double.PositiveInfinity;

            var augmented = augmentation.Apply(images);

            Assert.Equal(type, augmented.dtype);
            Assert.Equal(images.contiguous().bytes.ToArray(), augmented.contiguous().bytes.ToArray());
        }
    }

    [Fact]
    public void With_a_probability_of_1_every_image_changes_and_the_seed_decides_how()
    {
        augmentation.Probability = 1;
        var images = TestImages.Random(1, 3, 16, 16).expand(64, 3, 16, 16);
        manual_seed(1);
        var first = Values.Of(augmentation.Apply(images));
        var second = Values.Of(augmentation.Apply(images));
        manual_seed(1);
        var again = Values.Of(augmentation.Apply(images));

        Assert.Equal(first, again);
        Assert.NotEqual(first, second);
        var rows = first.Chunk(3 * 16 * 16).ToList();
        Assert.All(rows, row => Assert.NotEqual(Values.Of(images[0]), row));
        Assert.Equal(64, rows.Select(row => row[0]).Distinct().Count());
    }

    [Fact]
    public void With_a_probability_between_some_images_stay_to_the_bit()
    {
        const double p = 0.05;
        const int n = 4000;
        augmentation.Probability = p;
        var images = TestImages.Random(1, 3, 4, 4).to(ScalarType.Float32).expand(n, 3, 4, 4);
        manual_seed(2);

        var original = Values.Of(images[0]);
        var same = Values.Of(augmentation.Apply(images)).Chunk(48).Count(row => row.SequenceEqual(original));

        // A shift of 4 pixels by up to half a pixel is none. Flip, turns and luma flip are none in 1/2, 1/4 and 1/2 of the cases.
        var expected = (1 - (p / 2)) * (1 - (p * 3 / 4)) * (1 - (p / 2)) * Math.Pow(1 - p, 8);
        Assert.Equal(expected, same / (double)n, 5 * Math.Sqrt(expected * (1 - expected) / n));
    }

    [Fact]
    public void All_types_are_changed_alike()
    {
        augmentation.Probability = 0.8;
        var images = TestImages.Random(16, 3, 16, 16);
        manual_seed(3);
        var exact = Values.Of(augmentation.Apply(images));

        foreach (
            var (type, tolerance) in new[]
            {
                (ScalarType.Float32, 1e-5),
                (ScalarType.BFloat16, 1 / 64.0),
                (ScalarType.Float16, 1 / 512.0),
            }
        )
        {
            manual_seed(3);
            Values.AssertRelative(exact, Values.Of(augmentation.Apply(images.to(type))), tolerance);
        }
    }

    [Fact]
    public void Constant_greys_move_nowhere()
    {
        augmentation.Probability = 1;
        manual_seed(4);

        // Two channels have no colour that changes.
        var augmented = Values.Of(augmentation.Apply(full([32, 2, 9, 7], 0.75)));

        Assert.All(augmented, value => Assert.Equal(0.75, value, 1e-6));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_gradient_is_that_of_finite_differences(int channels) =>
        FiniteDifferences.AssertGradient(Judged, TestImages.Random(3, channels, 4, 4));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_gradient_of_a_gradient_is_that_of_finite_differences(int channels) =>
        FiniteDifferences.AssertSecondDerivative(Judged, TestImages.Random(3, channels, 4, 4));

    [Fact]
    public void Smallest_images_stay_images()
    {
        augmentation.Probability = 1;

        Assert.Equal([1, 1, 1, 1], augmentation.Apply(ones(1, 1, 1, 1)).shape);
        Assert.Equal([0, 3, 8, 8], augmentation.Apply(ones(0, 3, 8, 8)).shape);
    }

    [Fact]
    public void What_is_no_image_is_refused()
    {
        Assert.Throws<ArgumentException>(() => augmentation.Apply(ones(2, 3)));
        Assert.Throws<ArgumentException>(() => augmentation.Apply(ones(1, 1, 2, 2).to(ScalarType.Int64)));
    }

    [Fact]
    public void No_tensor_is_left()
    {
        using var images = ones(2, 3, 8, 8);
        using var logits = ones(2);
        augmentation.Probability = 0.5;
        augmentation.Apply(images).Dispose();
        var before = Live.Count;

        using (var other = new AdaptiveAugmentation(CPU, interval: 2))
        {
            other.Observe(logits);
            other.Observe(logits);
            other.Apply(images).Dispose();
            other.Measure().Dispose();
            Assert.True(other.Probability > 0);
            var state = other.State();
            other.LoadState(state);
            foreach (var saved in state.Values)
            {
                saved.Dispose();
            }
        }

        Assert.Equal(before, Live.Count);
    }

    [Fact]
    public void Goes_on_in_the_middle_of_an_interval()
    {
        using var logits = ones(8);
        using var whole = new AdaptiveAugmentation(CPU, interval: 4);
        using var begun = new AdaptiveAugmentation(CPU, interval: 4);
        using var resumed = new AdaptiveAugmentation(CPU, interval: 4);
        for (var step = 0; step < 4; step++)
        {
            Assert.Equal(0, whole.Probability);
            whole.Observe(logits);
        }

        begun.Observe(logits);
        begun.Observe(logits);
        var state = begun.State();
        resumed.LoadState(state);
        resumed.Observe(logits);
        Assert.Equal(0, resumed.Probability);
        resumed.Observe(logits);

        Assert.True(whole.Probability > 0);
        Assert.Equal(whole.Probability, resumed.Probability);
        foreach (var saved in state.Values)
        {
            saved.Dispose();
        }
    }

    [Fact]
    public void Survives_the_scope_that_it_was_created_in()
    {
        AdaptiveAugmentation created;
        using (NewDisposeScope())
        {
            created = new(CPU);
        }

        using (created)
        {
            Assert.Equal(0, created.Probability);
        }
    }

    public void Dispose()
    {
        augmentation.Dispose();
        scope.Dispose();
    }

    private Tensor Judged(Tensor x)
    {
        augmentation.Probability = 0.7;
        manual_seed(9);
        var augmented = augmentation.Apply(x);
        return (augmented.sin() * (augmented * 0.3).exp()).sum();
    }
}
