using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>Values that would spoil the networks do not reach them, whichever way they come.</summary>
public sealed class ExampleValuesTests
{
    private const string NotFinite =
        "values that are not finite (NaN or infinity), which would spoil both networks for good; leave such examples out, or repair them.";
    private const string OutOfRange =
        "the value 1.5, but the declared values are in [-1, 1]: scale them or declare another range.";

    public static TheoryData<float, string> BadValues =>
        new()
        {
            { float.NaN, NotFinite },
            { float.PositiveInfinity, NotFinite },
            { 1.5f, OutOfRange },
        };

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_step_refuses_them(float value, string sentence)
    {
        AssertRefused(
            "Step was given " + sentence,
            gan =>
            {
                using var images = new ConvolutionGan.Images(Images(value, 6));
                gan.Step(images);
            }
        );
        AssertRefused(
            "Step was given " + sentence,
            gan =>
            {
                using var minibatch = new Minibatch(Images(value, 6).to(float64));
                ((IGan)gan).Step(minibatch);
            }
        );
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_sampler_is_refused_at_whatever_step_they_come(float value, string sentence)
    {
        foreach (var good in (int[])[0, 5])
        {
            var drawn = 0;
            AssertRefused(
                "The sampler answered " + sentence,
                gan => gan.Train(rows => Images(drawn++ < good ? 0.5f : value, rows), steps: 9).Skip(good).First(),
                trains: good > 0
            );
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_data_set_of_ones_own_that_answers_them_is_refused(bool canReadAhead)
    {
        using var data = new OwnDataset(1.5f, canReadAhead);
        AssertRefused($"The data set (own images) answered {OutOfRange}", gan => gan.Train(data).First());
    }

    [Fact]
    public void What_rounding_adds_to_an_end_of_the_range_is_let_through()
    {
        using var gan = new ConvolutionGan();
        using var images = new ConvolutionGan.Images(Images(1.000001f, 6));

        Assert.True(float.IsFinite(gan.Step(images).TotalLoss));
    }

    [Fact]
    public void Double_precision_is_the_same_step()
    {
        using var one = new ConvolutionGan();
        using var other = new ConvolutionGan();
        using var single = new ConvolutionGan.Images(Images(0.25f, 6));
        using var @double = new ConvolutionGan.Images(Images(0.25f, 6).to(float64));

        Assert.Equal(one.Step(single).TotalLoss, other.Step(@double).TotalLoss);
    }

    // Against torch, for every length around the width of a vector, with the extreme and NaN at every place.
    [Fact]
    public void Extremes_are_those_of_all_values()
    {
        using var scope = NewDisposeScope();
        using var extremes = new Extremes();
        for (var length = 1; length < 40; length++)
        {
            for (var place = 0; place < length; place++)
            {
                var values = Enumerable.Range(0, length).Select(i => MathF.Sin(i)).ToArray();
                values[place] = place % 2 == 0 ? 7 : -7;
                var expected = tensor(values);
                Assert.Equal(
                    (expected.min().item<float>(), expected.max().item<float>()),
                    extremes.Next(expected) is var (least, greatest) ? ((float)least, (float)greatest) : default
                );
                values[place] = float.NaN;
                Assert.Equal((double.NaN, double.NaN), extremes.Next(tensor(values)));
                Assert.Equal((double.NaN, double.NaN), extremes.Next(tensor(values).to(float64)));
            }
        }

        Assert.Null(extremes.Next(zeros(0, 3)));
        Assert.Equal((-2, 5), extremes.Next(tensor(new long[] { 5, -2, 3 })));
    }

    [Fact]
    public void Extremes_of_a_device_are_those_of_all_tensors_since_the_last_answer()
    {
        using var scope = NewDisposeScope();
        using var extremes = new Extremes();
        var random = new Random(4);
        var since = new List<float>();
        var answers = new List<int>();
        for (var number = 1; number <= 200; number++)
        {
            float[] values = [.. Enumerable.Range(0, 7).Select(_ => random.NextSingle())];
            values[number % 7] = number == 100 ? float.NaN : values[number % 7];
            since.AddRange(values);
            if (extremes.NextOfDevice(tensor(values)) is not var (least, greatest))
            {
                continue;
            }

            answers.Add(number);
            var isNaN = since.Exists(float.IsNaN);
            Assert.Equal(
                (isNaN ? float.NaN : since.Min(), isNaN ? float.NaN : since.Max()),
                ((float)least, (float)greatest)
            );
            since.Clear();
        }

        Assert.Equal([1, 2, 3, 64, 128, 192], answers);
    }

    private static void AssertRefused(string sentence, Action<ConvolutionGan> train, bool trains = false)
    {
        using var gan = new ConvolutionGan();
        var before = Weights.Snapshot(gan.D);
        var live = Live.CountOnAllThreads;

        Assert.Equal(sentence, Assert.Throws<GanException>(() => train(gan)).Message);

        Assert.Equal(live, Live.CountOnAllThreads);
        if (!trains)
        {
            Assert.Equal(before, Weights.Snapshot(gan.D));
        }

        Assert.All(Weights.Parameters(gan.G), weight => Assert.True(double.IsFinite(weight)));
    }

    /// <summary>Images of zeros with one other value, at the end.</summary>
    private static Tensor Images(float value, int rows)
    {
        var images = new float[rows * 64];
        images[^1] = value;
        return tensor(images, [rows, 1, 8, 8]);
    }

    private sealed class OwnDataset(float value, bool canReadAhead) : Dataset
    {
        public override int Count => 12;

        public override IReadOnlyList<long> ExampleShape => [1, 8, 8];

        public override ValueRange Range => ValueRange.MinusOneToOne;

        public override string Description => "own images";

        public override bool CanReadAhead => canReadAhead;

        public override Tensor Read(ReadOnlySpan<int> indices) => Images(value, indices.Length);
    }
}
