using System.Globalization;
using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>One program for every GAN: of images, points and signals, with labels and without.</summary>
public sealed class GanInterfaceTests
{
    public static TheoryData<Type> Gans =>
        [typeof(ConvolutionGan), typeof(DropoutGan), typeof(VectorLayersGan), typeof(AlternatingProjectedGan)];

    [Theory]
    [MemberData(nameof(Gans))]
    public void One_program_trains_any(Type type)
    {
        using var gan = (IGan)Activator.CreateInstance(type, [null])!;
        var rows = gan.Settings.DiscriminatorSteps * gan.Settings.BatchSize;
        using var examples = new TensorDataset(rand([2 * rows, .. gan.ExampleShape]), gan.Range);
        using var data = new LabeledDataset(examples, Enumerable.Range(0, 2 * rows).Select(i => i % 2));

        var steps = gan.Train(data, epochs: 2).ToList();
        steps.AddRange(gan.Train(Sample, steps: 1));
        using (var minibatch = Sample(rows))
        {
            steps.Add(gan.Step(minibatch));
        }

        Assert.Equal([1L, 2, 3, 4, 5, 6], steps.Select(step => step.Number));
        Assert.Equal((6L, 2), (gan.StepCount, gan.Epoch));
        Assert.All(steps, step => Assert.Equal(Measured(step), step.Measurements));
        var loss = steps[0].DiscriminatorLoss.ToString("G4", CultureInfo.InvariantCulture);
        Assert.StartsWith($"step 1: DiscriminatorLoss {loss}, GeneratorLoss ", steps[0].ToString());
        using var latents = gan.DrawLatents(3);
        using var samples = gan.Sample(latents);
        using var more = gan.Sample(4);
        Assert.Equal([3, .. gan.ExampleShape], samples.Tensor.shape);
        Assert.Equal([3, gan.LatentDimensions], latents.Tensor.shape);
        Assert.Equal(4, more.Count);

        Minibatch Sample(int count) => new(rand([count, .. gan.ExampleShape]), zeros(count, int64));
    }

    [Theory]
    [MemberData(nameof(Gans))]
    public void Latents_of_a_seed_are_the_same_at_each_call_and_leave_all_others_as_they_are(Type type)
    {
        using var gan = (IGan)Activator.CreateInstance(type, [null])!;
        using var other = (IGan)Activator.CreateInstance(type, [null])!;
        using var first = gan.DrawLatents(3, seed: 5);
        using var drawn = gan.DrawLatents(3);
        using var again = gan.DrawLatents(3, seed: 5);
        using var ofAnother = gan.DrawLatents(3, seed: 6);
        using var undisturbed = other.DrawLatents(3);
        using var ofOwnSeed = gan.DrawLatents(3, gan.Settings.Seed);

        Assert.Equal(Values.Of(first.Tensor), Values.Of(again.Tensor));
        Assert.NotEqual(Values.Of(first.Tensor), Values.Of(ofAnother.Tensor));
        Assert.Equal(Values.Of(undisturbed.Tensor), Values.Of(drawn.Tensor));
        Assert.Equal(Values.Of(undisturbed.Tensor), Values.Of(ofOwnSeed.Tensor));
        Assert.Throws<GanException>(() => gan.DrawLatents(0, seed: 5));
    }

    [Fact]
    public void Samples_are_of_the_kind_of_the_GAN()
    {
        IGan<ImageBatch> images = new ConvolutionGan();
        using (images)
        {
            using var samples = images.Sample(2);
            Assert.Equal(ValueRange.MinusOneToOne, samples.Range);
        }

        Assert.False(typeof(IGan<ImageBatch>).IsAssignableFrom(typeof(DropoutGan)));
    }

    [Fact]
    public void The_interface_and_the_typed_members_are_one_GAN()
    {
        using var typed = new AlternatingProjectedGan(new() { Seed = 3 });
        using var other = new AlternatingProjectedGan(new() { Seed = 3 });
        IGan any = other;
        using var rows = rand(6, 2);
        using var classes = tensor(new long[] { 0, 1, 2, 2, 1, 0 });
        using var points = new AlternatingProjectedGan.Points(rows.clone());
        using var labels = new AlternatingProjectedGan.Labels(classes.clone());

        var expected = typed.Step(points, labels);
        var found = any.Step(new Minibatch(rows, classes));

        Assert.Equal(expected.Measurements, found.Measurements);
        Assert.False(rows.IsInvalid);
        Assert.Same(other.G, any.Generator);
        Assert.Same(other.DiscriminatorOptimizer, any.DiscriminatorOptimizer);
        using var latents = typed.DrawLatents(4);
        using var inTurn = new AlternatingProjectedGan.Labels(0, 1, 2, 0);
        using var sampled = typed.Sample(latents, inTurn);
        using var anySampled = any.Sample(latents);
        using var chosen = any.Sample(latents, [0, 1, 2, 0]);
        Assert.Equal(Values.Of(sampled.Tensor), Values.Of(anySampled.Tensor));
        Assert.Equal(Values.Of(sampled.Tensor), Values.Of(chosen.Tensor));
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_a_sentence()
    {
        using var conditional = new AlternatingProjectedGan();
        using var plain = new DropoutGan();
        using var data = new TensorDataset(rand(100, 2), description: "the points");
        IGan any = conditional;

        Assert.Equal(
            "AlternatingProjectedGan learns classes, but the points have no labels: join them with the class of each in a LabeledDataset.",
            Assert.Throws<GanException>(() => any.Train(data)).Message
        );
        Assert.StartsWith(
            "AlternatingProjectedGan learns classes, but the minibatch has no labels",
            Assert.Throws<ArgumentException>(() => any.Step(new Minibatch(rand(4, 2)))).Message
        );
        Assert.StartsWith(
            "A step of AlternatingProjectedGan takes [N, 2], but the tensor is [4, 3]",
            Assert.Throws<ArgumentException>(() => any.Step(new Minibatch(rand(4, 3), zeros(4, int64)))).Message
        );
        Assert.Throws<ArgumentException>(() => any.Sample(2, [0, 1, 2]));
        Assert.Throws<ArgumentException>(() => any.Sample(1, [3]));
        Assert.Equal(
            "DropoutGan has no labels, so its samples take none; give null.",
            Assert.Throws<ArgumentException>(() => ((IGan)plain).Sample(1, [0])).Message
        );
        Assert.Throws<ArgumentException>(() => ((IGan)plain).Sample(conditional.DrawLatents(2)));
    }

    [Fact]
    public void Options_are_readable_whatever_the_update()
    {
        using IGan alternating = new AlternatingNonSaturatingGan(
            new()
            {
                DiscriminatorSteps = 3,
                Seed = 8,
                Steps = 5,
            }
        );
        using IGan simultaneous = new SimultaneousNonSaturatingGan();

        Assert.Equal(
            (3, 8, 5),
            (alternating.Settings.DiscriminatorSteps, alternating.Settings.Seed, alternating.Settings.Steps)
        );
        Assert.Equal(1, simultaneous.Settings.DiscriminatorSteps);
    }

    /// <summary>Every number that the record has as a property, by reflection.</summary>
    private static IEnumerable<Measurement> Measured(StepRecord step)
    {
        string[] first = ["DiscriminatorLoss", "GeneratorLoss", "RealScore", "FakeScore"];
        var added = step.GetType()
            .GetProperties()
            .Where(property => property.PropertyType == typeof(float) && property.DeclaringType == step.GetType())
            .Select(property => property.Name);
        return first
            .Concat(added)
            .Select(name => new Measurement(name, (float)step.GetType().GetProperty(name)!.GetValue(step)!));
    }
}
