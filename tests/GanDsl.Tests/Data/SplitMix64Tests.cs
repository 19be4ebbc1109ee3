namespace GanDsl.Tests;

public sealed class SplitMix64Tests
{
    // The reference values of https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64, made with Vigna's C code.
    [Fact]
    public void Gives_the_published_numbers()
    {
        var random = new SplitMix64(1234567);

        Assert.Equal(
            [
                6457827717110365317UL,
                3203168211198807973UL,
                9817491932198370423UL,
                4593380528125082431UL,
                16408922859458223821UL,
            ],
            Enumerable.Range(0, 5).Select(_ => random.NextBits()).ToArray()
        );
    }

    // Chi-squared with 6 degrees of freedom is below 22.46 with probability 0.999.
    [Fact]
    public void Integers_are_uniform()
    {
        const int draws = 70_000;
        var random = SplitMix64.Of(3, 4);
        var counts = new int[7];

        for (var i = 0; i < draws; i++)
        {
            counts[random.NextInt(counts.Length)]++;
        }

        var expected = draws / (double)counts.Length;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 0, 22.46);
    }

    // Four standard errors: false alarm with probability 6e-5 each.
    [Fact]
    public void Gaussians_have_their_mean_and_variance()
    {
        const int draws = 100_000;
        var random = SplitMix64.Of(1, 2);
        double sum = 0;
        double squares = 0;

        for (var i = 0; i < draws; i++)
        {
            var deviation = (random.NextGaussian(5, 3) - 5) / 3;
            sum += deviation;
            squares += deviation * deviation;
        }

        Assert.InRange(sum / draws, -4 / Math.Sqrt(draws), 4 / Math.Sqrt(draws));
        Assert.InRange(squares / draws, 1 - 4 * Math.Sqrt(2.0 / draws), 1 + 4 * Math.Sqrt(2.0 / draws));
    }

    [Fact]
    public void Every_pair_of_seed_and_stream_has_numbers_of_its_own()
    {
        var first = new HashSet<ulong>();
        for (long seed = -20; seed < 20; seed++)
        {
            for (long stream = -20; stream < 20; stream++)
            {
                var random = SplitMix64.Of(seed, stream);
                for (var draw = 0; draw < 5; draw++)
                {
                    Assert.True(first.Add(random.NextBits()));
                }
            }
        }
    }
}
