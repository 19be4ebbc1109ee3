using TorchSharp;
using static TorchSharp.torch;
using Gan = GanDsl.Tests.Models.AlternatingNonSaturatingGan;

namespace GanDsl.Tests.Training;

/// <summary>Training on a sampler, which answers fresh examples for each step.</summary>
public sealed class StreamingTests
{
    [Fact]
    public void The_sampler_is_asked_once_a_step_for_the_rows_of_all_discriminator_steps()
    {
        using var gan = new Gan(new() { BatchSize = 4, DiscriminatorSteps = 2 });
        var asked = new List<int>();

        var steps = gan.Train(
            rows =>
            {
                asked.Add(rows);
                return randn(rows, 2);
            },
            steps: 3
        );

        Assert.Empty(asked);
        Assert.Equal([(1, 0), (2, 0), (3, 0)], steps.Select(step => (step.Number, step.Epoch)));
        Assert.Equal([8, 8, 8], asked);
    }

    // It may draw from torch's random numbers and read what the caller changes between steps.
    [Fact]
    public void The_sampler_is_never_asked_ahead_or_on_another_thread()
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        var threads = new List<int>();

        foreach (
            var step in gan.Train(
                rows =>
                {
                    threads.Add(Environment.CurrentManagedThreadId);
                    return randn(rows, 2);
                },
                steps: 5
            )
        )
        {
            Assert.Equal(step.Number, threads.Count);
        }

        Assert.All(threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
    }

    [Fact]
    public void Without_a_number_of_steps_the_options_decide()
    {
        using var gan = new Gan(new() { BatchSize = 4, Steps = 5 });

        Assert.Equal(5, gan.Train(rows => randn(rows, 2)).Count());
        Assert.Equal(2, gan.Train(rows => randn(rows, 2), steps: 2).Count());
    }

    [Fact]
    public void A_step_on_a_sampler_is_a_step_on_what_it_answers()
    {
        using var one = new Gan(new() { BatchSize = 4 });
        using var other = new Gan(new() { BatchSize = 4 });
        using var answer = randn(4, 2);
        using var points = new Gan.Points(answer.clone());

        var step = one.Train(_ => answer.clone(), steps: 1).Single();

        Assert.Equal(other.Step(points).DiscriminatorLoss, step.DiscriminatorLoss);
        Assert.Equal(Weights.Parameters(other.G), Weights.Parameters(one.G));
    }

    // Math in .NET is in double precision, and so are the tensors made from it.
    [Fact]
    public void Numbers_of_double_precision_are_taken_too()
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        using var answer = randn([4, 2], ScalarType.Float64);

        var step = gan.Train(_ => answer, steps: 1).Single();

        Assert.True(float.IsFinite(step.TotalLoss));
        Assert.True(answer.IsInvalid, "The answer, which belongs to the step, is not freed.");
    }

    [Fact]
    public void Each_draw_has_random_numbers_of_its_own()
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        var drawn = new List<double>();

        gan.Train(
                rows =>
                {
                    var answer = rand(rows, 2);
                    drawn.AddRange(Values.Of(answer));
                    return answer;
                },
                steps: 4
            )
            .Count();

        Assert.Equal(4 * 4 * 2, drawn.Distinct().Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_to_run_for_ever_or_never(int? steps)
    {
        using var gan = new Gan();

        Assert.Equal(
            steps is null
                ? "A sampler has no end: give Train a number of steps, or set Options.Steps."
                : $"steps is {steps}, but it has to be at least 1.",
            Assert.Throws<GanException>(() => gan.Train(rows => randn(rows, 2), steps)).Message
        );
    }

    public static TheoryData<Func<int, Tensor>, string> BadAnswers =>
        new()
        {
            { _ => null!, "The sampler was asked for 4 examples and answered null; answer a tensor." },
            {
                rows => zeros(rows, 3),
                "The sampler was asked for [4, 2] and answered [4, 3]; answer one row for each example asked for, in the declared "
                    + "data shape."
            },
            {
                rows => zeros(rows + 1, 2),
                "The sampler was asked for [4, 2] and answered [5, 2]; answer one row for each example asked for, in the declared "
                    + "data shape."
            },
            {
                rows => full([rows, 2], float.NaN),
                "The sampler answered values that are not finite (NaN or infinity), which would spoil both networks for good; leave such examples out, or repair them."
            },
            {
                rows => full([rows, 2], float.NegativeInfinity),
                "The sampler answered values that are not finite (NaN or infinity), which would spoil both networks for good; leave such examples out, or repair them."
            },
        };

    [Theory]
    [MemberData(nameof(BadAnswers), DisableDiscoveryEnumeration = true)]
    public void Refuses_bad_answers_before_they_reach_the_networks(Func<int, Tensor> sampler, string sentence)
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        var before = Weights.Parameters(gan.D);
        var live = Live.Count;

        var refusal = Assert.Throws<GanException>(() => gan.Train(sampler, steps: 1).Count());

        Assert.Equal(sentence, refusal.Message);
        Assert.Equal(live, Live.Count);
        Assert.Equal(before, Weights.Parameters(gan.D));
    }
}
