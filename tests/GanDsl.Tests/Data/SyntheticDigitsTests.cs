using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

public sealed class SyntheticDigitsTests
{
    private const int Side = 28;
    private static readonly SyntheticDigits Digits = new(2000);

    [Fact]
    public void Pictures_depend_on_the_seed_and_their_number_alone()
    {
        using var shorter = new SyntheticDigits(150);
        using var other = new SyntheticDigits(150, seed: 1);

        for (var i = 0; i < 150; i++)
        {
            Assert.True(shorter.Bytes(i).SequenceEqual(Digits.Bytes(i)));
            Assert.False(other.Bytes(i).SequenceEqual(Digits.Bytes(i)));
        }
    }

    [Fact]
    public void No_two_pictures_are_alike()
    {
        HashSet<string> seen = [.. Enumerable.Range(0, 2000).Select(i => Convert.ToHexString(Digits.Bytes(i)))];

        Assert.Equal(2000, seen.Count);
    }

    [Fact]
    public void Every_digit_is_as_frequent()
    {
        var counts = Enumerable.Range(0, Digits.Count).CountBy(Digits.Label).ToDictionary();

        Assert.Equal(Enumerable.Range(0, 10), counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.Equal(200, count));
        Assert.Throws<ArgumentOutOfRangeException>(() => Digits.Label(2000));
    }

    [Fact]
    public void The_ink_is_about_that_of_MNIST()
    {
        double[] values =
        [
            .. Enumerable.Range(0, 2000).SelectMany(i => Digits.Bytes(i).ToArray()).Select(b => b / 255.0),
        ];
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => value * value) - mean * mean);

        // MNIST's training images have mean 0.1307 and standard deviation 0.3081.
        Assert.InRange(mean, 0.11, 0.15);
        Assert.InRange(deviation, 0.28, 0.33);
    }

    [Fact]
    public void Every_picture_is_black_around_and_white_in_the_middle()
    {
        for (var i = 0; i < Digits.Count; i++)
        {
            var picture = Digits.Bytes(i).ToArray();
            int[] inked = [.. Enumerable.Range(0, picture.Length).Where(pixel => picture[pixel] > 0)];
            Assert.True(picture.Max() > 200);
            Assert.InRange(inked.Length, 25, 400);
            Assert.All(inked, pixel => Assert.InRange(pixel % Side, 1, Side - 2));
            Assert.All(inked, pixel => Assert.InRange(pixel / Side, 1, Side - 2));
            Assert.InRange(inked.Average(pixel => pixel % Side), 9, 18);
            Assert.InRange(inked.Average(pixel => pixel / Side), 9, 18);
        }
    }

    // The mean picture of each digit recognises four in five of another seed's digits, as it does on MNIST (82 %): the
    // pictures show the digits that the labels say.
    [Fact]
    public void Labels_name_what_is_drawn()
    {
        using var others = new SyntheticDigits(1000, seed: 99);
        double[][] means = [.. Enumerable.Range(0, 10).Select(MeanPicture)];

        var right = Enumerable.Range(0, others.Count).Count(i => Nearest(means, others.Bytes(i)) == others.Label(i));

        Assert.InRange(right, 800, 1000);
    }

    [Fact]
    public void Reads_as_images_with_the_background_at_the_low_end()
    {
        using var unit = new SyntheticDigits(3, seed: 5, ValueRange.ZeroToOne);
        using var batch = Digits.Read([0, 1, 2]);
        using var unitBatch = unit.Read([0]);

        Assert.Equal([3L, 1, 28, 28], batch.shape);
        Assert.Equal(-1f, batch.data<float>().ToArray().Min());
        Assert.Equal(0f, unitBatch.data<float>().ToArray().Min());
        Assert.Equal("the 3 synthetic digits of seed 5", unit.Description);
    }

    [Fact]
    public void Refuses_counts_and_ranges_that_cannot_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticDigits(0));
        Assert.Throws<GanException>(() => new SyntheticDigits(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticDigits(1, 0, ValueRange.Unbounded));
    }

    private static double[] MeanPicture(int digit)
    {
        var mean = new double[Side * Side];
        for (var i = digit; i < Digits.Count; i += 10)
        {
            var picture = Digits.Bytes(i);
            for (var pixel = 0; pixel < mean.Length; pixel++)
            {
                mean[pixel] += picture[pixel] / (Digits.Count / 10.0);
            }
        }

        return mean;
    }

    private static int Nearest(double[][] means, ReadOnlySpan<byte> picture)
    {
        var distances = new double[means.Length];
        for (var digit = 0; digit < means.Length; digit++)
        {
            for (var pixel = 0; pixel < picture.Length; pixel++)
            {
                distances[digit] += Math.Pow(picture[pixel] - means[digit][pixel], 2);
            }
        }

        return Array.IndexOf(distances, distances.Min());
    }
}
