using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>k over time: as in the published code of Arjovsky et al. 2017, in steps, in epochs and in samplers.</summary>
public sealed class DiscriminatorScheduleTests
{
    [Theory]
    [InlineData(5, 100, 25, 500)]
    [InlineData(5, 1, 3, 0)]
    [InlineData(2, 3, 7, 3)]
    [InlineData(2, 3, 8, 4)]
    [InlineData(2, 3, 0, 4)]
    [InlineData(4, 0, 9, 2)]
    public void It_is_that_of_the_published_code(int usual, int other, int first, int every)
    {
        var schedule = new DiscriminatorSchedule(usual)
        {
            Other = other,
            First = first,
            Every = every,
        };
        var sum = 0L;
        for (var iteration = 0; iteration < 2000; iteration++)
        {
            // if gen_iterations < 25 or gen_iterations % 500 == 0: Diters = 100
            var isOther = other > 0 && (iteration < first || (every > 0 && iteration % every == 0));
            Assert.Equal(isOther ? other : usual, schedule.At(iteration));
            Assert.Equal(sum, schedule.StepsBefore(iteration));
            sum += schedule.At(iteration);
        }
    }

    [Theory]
    [InlineData(typeof(AlternatingCriticStepsGan))]
    [InlineData(typeof(AlternatingSharedFakesCriticStepsGan))]
    public void A_step_takes_a_minibatch_for_each_of_its_discriminator_steps(Type model)
    {
        using var gan = new GanUnderTest(model).Gan;
        var asked = new List<int>();

        var steps = gan.Train(
                rows =>
                {
                    asked.Add(rows);
                    return new Minibatch(rand(rows, 2));
                },
                steps: 9
            )
            .Count();

        // In the first two steps and in the fifth and ninth three, else two.
        Assert.Equal(9, steps);
        Assert.Equal([12, 12, 8, 8, 12, 8, 8, 8, 12], asked);
        Assert.Equal([3, 3, 2, 2, 3], Enumerable.Range(0, 5).Select(step => gan.DiscriminatorSchedule.At(step)));
    }

    [Fact]
    public void A_sampler_that_goes_on_is_asked_for_the_same_again()
    {
        using var folder = new TemporaryFolder();
        using var begun = new AlternatingCriticStepsGan();
        begun.Train(rows => rand(rows, 2), steps: 5).Take(3).Count();
        begun.SaveCheckpoint(folder["c"]);
        using var resumed = new AlternatingCriticStepsGan();
        resumed.LoadCheckpoint(folder["c"]);
        var asked = new List<int>();

        resumed
            .Train(
                rows =>
                {
                    asked.Add(rows);
                    return rand(rows, 2);
                },
                steps: 5
            )
            .Count();

        Assert.Equal([12, 12, 8, 8, 12], asked);
    }

    [Fact]
    public void The_critic_makes_as_many_steps()
    {
        // Two GANs with the same weights and data: in the first step one of them makes three steps of D, as it would with k = 3.
        using var varying = new GanUnderTest(typeof(AlternatingCriticStepsGan), ("Seed", 3)).Gan;
        using var constant = new GanUnderTest(
            typeof(AlternatingCriticStepsGan),
            ("Seed", 3),
            ("DiscriminatorSteps", 3)
        ).Gan;
        manual_seed(4);
        for (var step = 0; step < 2; step++)
        {
            using var real = rand(12, 2);
            varying.Step(new Minibatch(real.alias()));
            constant.Step(new Minibatch(real.alias()));
            Weights.AssertEqual(constant.Discriminator, varying.Discriminator, 0);
        }

        // In the third step, k is that of the options.
        using var rows = rand(12, 2);
        var (three, two) = (constant.Step(new Minibatch(rows.alias())), varying.Step(new Minibatch(rows.alias())));
        Assert.NotEqual(three.DiscriminatorLoss, two.DiscriminatorLoss);
    }

    [Fact]
    public void An_epoch_ends_before_the_first_step_that_its_examples_do_not_fill()
    {
        using var gan = new GanUnderTest(typeof(AlternatingCriticStepsGan)).Gan;
        using var data = new TensorDataset(rand(43, 2), ValueRange.Unbounded);

        // 12 + 12 + 8 + 8 of 43; 12 + 8 + 8 + 8, as 12 more are not left; 12 + 8 + 8 + 8.
        var epochs = gan.Train(data, epochs: 3).Select(step => step.Epoch).ToList();

        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3], epochs);
    }

    [Fact]
    public void Data_fill_the_largest_step()
    {
        using var gan = new AlternatingCriticStepsGan();
        using var data = new TensorDataset(rand(11, 2), ValueRange.Unbounded);

        var refusal = Assert.Throws<GanException>(() => gan.Train(data));

        Assert.Contains("12", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_of_another_size_than_those_of_a_checkpoint_begin_their_epoch_anew()
    {
        using var folder = new TemporaryFolder();
        using var gan = new AlternatingCriticStepsGan();
        using var data = new TensorDataset(rand(43, 2), ValueRange.Unbounded);
        gan.Train(data, epochs: 1).Take(3).ToList();
        gan.SaveCheckpoint(folder["a"]);
        using var same = new AlternatingCriticStepsGan();
        using var other = new AlternatingCriticStepsGan();
        same.LoadCheckpoint(folder["a"]);
        other.LoadCheckpoint(folder["a"]);
        using var more = new TensorDataset(rand(44, 2), ValueRange.Unbounded);

        Assert.Equal([4L], same.Train(data, epochs: 1).Select(step => step.Number));
        Assert.Equal([4L, 5, 6, 7, 8], other.Train(more, epochs: 1).Select(step => step.Number));
    }
}
