using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Conditional;

/// <summary>Typed labels, labelled data, and training that follows them.</summary>
public sealed class LabelTests
{
    [Fact]
    public void Are_typed_out_computed_or_taken_from_a_tensor()
    {
        using var scope = NewDisposeScope();
        using var typed = new ClusterGan.Labels(2, 0, 1);
        using var taken = new ClusterGan.Labels(tensor(new long[] { 1, 1 }));
        using var rows = ClusterGan.Labels.EachClass(2);
        using var computed = new ClusterGan.Labels(Enumerable.Range(0, 3).ToArray());

        Assert.Equal([2, 0, 1], typed.ToArray());
        Assert.Equal([1, 1], taken.ToArray());
        Assert.Equal([0, 0, 1, 1, 2, 2], rows.ToArray());
        Assert.Equal([0, 1, 2], computed.ToArray());
        Assert.Equal((3, 3), (typed.Count, typed.Classes));
        Assert.Equal(ScalarType.Int64, typed.Tensor.dtype);
    }

    [Fact]
    public void That_name_no_class_are_refused()
    {
        using var scope = NewDisposeScope();

        Assert.StartsWith(
            "ClusterGan.Labels holds the classes of N examples, [N] of int64, of the classes 0 to 2, but one of them is 3; number them anew, or declare more classes.",
            Assert.Throws<ArgumentException>(() => new ClusterGan.Labels(0, 3)).Message
        );
        Assert.Contains("one of them is -1", Assert.Throws<ArgumentException>(() => new ClusterGan.Labels(-1)).Message);
        Assert.Contains(
            "but the tensor is Float32",
            Assert.Throws<ArgumentException>(() => new ClusterGan.Labels(zeros(3))).Message
        );
        Assert.Contains(
            "but the tensor is [2, 3]",
            Assert.Throws<ArgumentException>(() => new ClusterGan.Labels(zeros(2, 3, ScalarType.Int64))).Message
        );
    }

    [Fact]
    public void Of_data_are_one_for_each_example_and_name_classes_that_the_gan_has()
    {
        using var scope = NewDisposeScope();
        using var examples = new TensorDataset(randn(4, 2));
        using var gan = new ClusterGan(new() { BatchSize = 2 });

        Assert.Equal(
            "There are 4 examples in the tensor's examples, but 3 labels: give one label for each.",
            Assert.Throws<GanException>(() => new LabeledDataset(examples, [0, 1, 2])).Message
        );
        Assert.Contains(
            "a label",
            Assert.Throws<GanException>(() => new LabeledDataset(examples, [0, 1, 2, -1])).Message,
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Equal(
            "ClusterGan declares the classes 0 to 2, but a label of the tensor's examples is 3: change the number in [Labels(3)] or the labels.",
            Assert.Throws<GanException>(() => gan.Train(new LabeledDataset(examples, [0, 1, 2, 3])).First()).Message
        );
    }

    [Fact]
    public void Of_data_have_names_for_all_classes_or_none()
    {
        using var scope = NewDisposeScope();
        using var examples = new TensorDataset(randn(4, 2), description: "four points");
        int[] labels = [0, 2, 1, 0];

        using var named = new LabeledDataset(examples, labels, ["a", "b", "c", "d"]);

        Assert.Equal(["a", "b", "c", "d"], named.ClassNames);
        Assert.Equal(["a", "b", "c", "d"], ((Dataset)named).Take(1).ClassNames);
        Assert.Null(new LabeledDataset(examples, labels).ClassNames);
        Assert.Equal(
            "A label of four points is 2, but there are names of the classes 0 to 1 alone; name all, or none.",
            Assert.Throws<GanException>(() => new LabeledDataset(examples, labels, ["a", "b"])).Message
        );
        Assert.Equal(
            "Two classes of four points are called 'b'; give each a name of its own.",
            Assert.Throws<GanException>(() => new LabeledDataset(examples, labels, ["a", "b", "b"])).Message
        );
    }

    [Fact]
    public void Are_disposed_with_their_examples()
    {
        using var examples = new TensorDataset(randn(4, 2));

        new LabeledDataset(examples, [0, 1, 2, 0]).Dispose();

        Assert.Throws<ObjectDisposedException>(() => examples.Read([0]));
    }

    [Fact]
    public void Stay_with_their_examples_when_these_are_shuffled()
    {
        using var scope = NewDisposeScope();
        var values = arange(20).to(float32).reshape(10, 2);
        using var data = new LabeledDataset(new TensorDataset(values), Enumerable.Range(0, 10));
        var minibatches = new GanDsl.Training.Minibatches(
            new("Gan", [2], ValueRange.Unbounded, classes: 10, CPU),
            data,
            schedule: 1,
            batchSize: 5,
            seed: 3
        );

        var seen = minibatches.Epoch(1).ToList();

        Assert.Equal(2, seen.Count);
        foreach (var minibatch in seen)
        {
            Assert.Equal(
                Values.Of(minibatch.Examples.select(1, 0)),
                Values.Of(minibatch.Labels!).Select(label => 2 * label)
            );
        }

        Assert.NotEqual(
            Enumerable.Range(0, 10).Select(x => (double)x),
            seen.SelectMany(each => Values.Of(each.Labels!))
        );
    }

    [Fact]
    public void Of_synthetic_digits_are_the_digits()
    {
        using var digits = new SyntheticDigits(13, seed: 5);
        using var labeled = SyntheticDigits.Labeled(13, seed: 5);
        using var few = labeled.Take(4);

        Assert.Equal(Enumerable.Range(0, 13).Select(digits.Label), labeled.Labels);
        Assert.Equal([0, 1, 2, 3], few.Labels);
        Assert.Equal(4, few.Examples.Count);
    }

    [Fact]
    public void Asked_for_give_their_class()
    {
        using var scope = NewDisposeScope();
        (double X, double Y)[] centres = [(-2, 0), (2, 0), (0, 3)];
        var random = new Random(1);
        (Tensor, Tensor) Draw(int count)
        {
            var labels = Enumerable.Range(0, count).Select(_ => (long)random.Next(3)).ToArray();
            var points = labels.SelectMany(label =>
                new[]
                {
                    (float)(centres[label].X + (0.1 * (random.NextDouble() - 0.5))),
                    (float)(centres[label].Y + (0.1 * (random.NextDouble() - 0.5))),
                }
            );
            return (tensor(points.ToArray(), [count, 2]), tensor(labels));
        }

        using var gan = new ClusterGan(new() { Seed = 1 });
        var before = Distances(gan, centres);

        var steps = gan.Train(Draw, steps: 1500).ToList();

        Assert.Equal(1500, steps[^1].Number);
        var after = Distances(gan, centres);
        Assert.All(after, distance => Assert.InRange(distance, 0, 0.5));
        Assert.Contains(before, distance => distance > 1);
    }

    /// <summary>How far the mean of the samples of each class is from its centre.</summary>
    private static double[] Distances(ClusterGan gan, (double X, double Y)[] centres)
    {
        using var scope = NewDisposeScope();
        using var labels = ClusterGan.Labels.EachClass(50);
        using var samples = gan.Sample(labels);
        var means = Values.Of(samples.Tensor.reshape(3, 50, 2).mean([1]));
        return
        [
            .. centres.Select(
                (centre, label) =>
                    Math.Sqrt(Math.Pow(means[2 * label] - centre.X, 2) + Math.Pow(means[(2 * label) + 1] - centre.Y, 2))
            ),
        ];
    }
}
