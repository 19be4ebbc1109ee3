using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>Same seed, same bits; another seed, others.</summary>
public sealed class ReproducibilityTests
{
    private static readonly float[] Pixels = [.. Enumerable.Range(0, 40 * 64).Select(i => MathF.Sin(0.37f * i))];

    [Fact]
    public void The_same_seed_gives_the_same_bits_for_points()
    {
        var one = TrainOnPoints(seed: 5);
        var other = TrainOnPoints(seed: 5);

        Assert.Equal(one, other);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_for_images()
    {
        var one = TrainOnImages(seed: 5);
        var other = TrainOnImages(seed: 5);

        Assert.Equal(one, other);
    }

    [Fact]
    public async Task GANs_that_are_created_at_once_have_the_weights_of_one_created_alone()
    {
        static double[] Created()
        {
            using var gan = new DropoutGan(new() { Seed = 4 });
            return [.. Weights.Parameters(gan.G), .. Weights.Parameters(gan.D)];
        }

        var alone = Created();

        var atOnce = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 25).Select(_ => Created()).ToList()))
        );

        Assert.All(atOnce.SelectMany(created => created), created => Assert.Equal(alone, created));
    }

    [Fact]
    public void Another_seed_gives_other_bits()
    {
        Assert.NotEqual(TrainOnPoints(seed: 5), TrainOnPoints(seed: 6));
        Assert.NotEqual(TrainOnImages(seed: 5), TrainOnImages(seed: -5));
    }

    [Fact]
    public void Looking_at_samples_does_not_change_training()
    {
        var undisturbed = TrainOnPoints(seed: 5);
        var watched = TrainOnPoints(seed: 5, watch: gan => gan.Sample(7).Dispose());
        var imagesUndisturbed = TrainOnImages(seed: 5);
        var imagesWatched = TrainOnImages(seed: 5, watch: gan => gan.Sample(7).Dispose());

        Assert.Equal(undisturbed, watched);
        Assert.Equal(imagesUndisturbed, imagesWatched);
    }

    [Fact]
    public void Samples_are_reproducible_and_each_is_a_fresh_one()
    {
        using var one = new DropoutGan(new() { Seed = 2 });
        using var other = new DropoutGan(new() { Seed = 2 });
        using DropoutGan.Points first = one.Sample(5),
            second = one.Sample(5),
            again = other.Sample(5);

        Assert.Equal(Values.Of(first.Tensor), Values.Of(again.Tensor));
        Assert.NotEqual(Values.Of(first.Tensor), Values.Of(second.Tensor));
    }

    [Fact]
    public void Two_epochs_in_two_calls_are_two_epochs_in_one()
    {
        var atOnce = TrainOnPoints(seed: 3, run: (gan, data) => gan.Train(data, epochs: 4).Count());
        var inParts = TrainOnPoints(
            seed: 3,
            run: (gan, data) => gan.Train(data, epochs: 1).Count() + gan.Train(data, epochs: 3).Count()
        );

        Assert.Equal(atOnce, inParts);
    }

    [Fact]
    public void Latents_have_the_declared_distribution()
    {
        using var uniform = new DropoutGan();
        using var normal = new ConvolutionGan();
        using var flat = uniform.DrawLatents(5000);
        using var bell = normal.DrawLatents(4000);
        var (flatValues, bellValues) = (Values.Of(flat.Tensor), Values.Of(bell.Tensor));

        Assert.All(flatValues, value => Assert.InRange(value, -1, 1));

        // 20 000 draws: five standard errors of the mean and of the mean square.
        Assert.Equal(0, flatValues.Average(), 5 * Math.Sqrt(1 / 3.0 / 20000));
        Assert.Equal(1 / 3.0, flatValues.Average(value => value * value), 5 * Math.Sqrt(4 / 45.0 / 20000));
        Assert.Equal(0, bellValues.Average(), 5 * Math.Sqrt(1.0 / 20000));
        Assert.Equal(1, bellValues.Average(value => value * value), 5 * Math.Sqrt(2.0 / 20000));
    }

    private static double[] TrainOnPoints(
        int seed,
        Action<DropoutGan>? watch = null,
        Func<DropoutGan, Dataset, int>? run = null
    )
    {
        using var values = tensor(Pixels, 1280, 2);
        using var data = new TensorDataset(values).Take(42);
        using var gan = new DropoutGan(new() { Seed = seed });
        if (run is not null)
        {
            Assert.Equal(20, run(gan, data));
        }
        else
        {
            foreach (var _ in gan.Train(data, epochs: 4))
            {
                watch?.Invoke(gan);
            }
        }

        return [.. Weights.Parameters(gan.G), .. Weights.Parameters(gan.D)];
    }

    private static double[] TrainOnImages(int seed, Action<ConvolutionGan>? watch = null)
    {
        using var values = tensor(Pixels, 40, 1, 8, 8);
        using var data = new TensorDataset(values, ValueRange.MinusOneToOne);
        using var gan = new ConvolutionGan(new() { Seed = seed, Steps = 20 });
        foreach (var _ in gan.Train(data))
        {
            watch?.Invoke(gan);
        }

        return [.. Weights.Snapshot(gan.G).Values.Concat(Weights.Snapshot(gan.D).Values).SelectMany(value => value)];
    }
}
