using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>Latents depend on the seed and the sequence alone, and no sequence repeats another.</summary>
public sealed class LatentSourceTests
{
    [Fact]
    public void A_sequence_is_the_same_whatever_else_is_drawn()
    {
        using var one = new LatentSource(3, LatentDistribution.Normal, seed: 5, sequence: 0, CPU);
        using var other = new LatentSource(3, LatentDistribution.Normal, seed: 5, sequence: 0, CPU);

        manual_seed(1);
        var first = Draw(one);
        rand(7).Dispose();
        manual_seed(2);
        Draw(new LatentSource(3, LatentDistribution.Uniform, seed: 5, sequence: 0, CPU));

        Assert.Equal(first, Draw(other));
        Assert.NotEqual(first, Draw(one));
    }

    [Fact]
    public void No_sequence_is_another_ones_of_this_seed_of_the_next_or_of_torch()
    {
        var sequences = new List<double[]>();
        for (var seed = -2; seed <= 2; seed++)
        {
            for (var sequence = 0; sequence < 2; sequence++)
            {
                using var source = new LatentSource(3, LatentDistribution.Normal, seed, sequence, CPU);
                sequences.Add(Draw(source));
            }

            // What the first weights of the networks come from.
            manual_seed(seed);
            using var ofTorch = randn(4, 3);
            sequences.Add(Values.Of(ofTorch));
        }

        Assert.Equal(15, sequences.Select(values => values[0]).Distinct().Count());
    }

    private static double[] Draw(LatentSource source)
    {
        using var latents = source.Draw(4);
        return Values.Of(latents);
    }
}
