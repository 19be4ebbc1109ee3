using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests.Evaluation;

/// <summary>What a GAN generates is compared with real examples, and training goes on as if nobody had looked.</summary>
public sealed class GanEvaluationTests
{
    [Fact]
    public void All_metrics_are_those_of_the_features_of_real_and_generated_examples()
    {
        using var scope = NewDisposeScope();
        using var gan = new NarrowGan();
        using var data = Points(250);
        var seen = new List<Tensor>();
        using var evaluation = new GanEvaluation(
            data,
            examples =>
            {
                Assert.False(is_grad_enabled());
                seen.Add(examples.clone().DetachFromDisposeScope());
                return examples.unsqueeze(2) * 2;
            }
        );

        Assert.Equal(250, evaluation.Count);
        Assert.Equal(Sorted(data.Read([.. Enumerable.Range(0, 250)])), Sorted(cat(seen)));
        var real = cat(seen) * 2;
        seen.Clear();
        var result = evaluation.Evaluate(gan);
        var generated = cat(seen) * 2;

        Assert.Equal([250, 2], generated.shape);
        Assert.Equal(FrechetDistance.Between(real, generated), result.FrechetDistance, 1e-9);
        Assert.Equal(result.FrechetDistance, evaluation.EvaluateFrechetDistance(gan));
        Assert.Equal(KernelDistance.Between(real, generated), result.KernelDistance);
        Assert.Equal(ManifoldOverlap.Between(real, generated), result.Overlap);
        Assert.Equal(250, result.Count);
    }

    [Fact]
    public void Of_many_real_examples_some_are_taken_by_the_seed()
    {
        using var scope = NewDisposeScope();
        using var data = Points(500);

        Assert.Equal(RealOf(data, seed: 1), RealOf(data, seed: 1));
        Assert.NotEqual(RealOf(data, seed: 1), RealOf(data, seed: 2));
        Assert.Equal(120, RealOf(data, seed: 1).Distinct().Count() / 2);
    }

    [Fact]
    public void A_generator_that_gives_the_data_is_better_than_one_that_does_not()
    {
        using var scope = NewDisposeScope();
        using var gan = new NarrowGan();
        using var own = gan.Sample(600);
        using var ofOwn = new TensorDataset(own.Tensor);
        using var ofOthers = new TensorDataset(own.Tensor + 1);
        using var evaluation = new GanEvaluation(ofOwn);
        using var far = new GanEvaluation(ofOthers);

        var (close, distant) = (evaluation.Evaluate(gan), far.Evaluate(gan));

        Assert.InRange(close.FrechetDistance, 0, 0.05);
        Assert.InRange(distant.FrechetDistance, 1.5, 2.5);
        Assert.True(close.Overlap.Precision > 0.9 && close.Overlap.Recall > 0.9, close.ToString());
        Assert.True(distant.Overlap.Density < close.Overlap.Density, distant.ToString());
    }

    [Fact]
    public void Training_and_sampling_go_on_as_if_nobody_had_looked()
    {
        using var scope = NewDisposeScope();
        using var watched = new DropoutGan();
        using var expected = new DropoutGan();
        using var data = Points(128);
        using var evaluation = new GanEvaluation(data, count: 64);
        using var steps = watched.Train(data).GetEnumerator();
        using var expectedSteps = expected.Train(data).GetEnumerator();
        var first = evaluation.Evaluate(watched);
        Assert.Equal(first, evaluation.Evaluate(watched));

        for (var step = 0; step < 2; step++)
        {
            Assert.True(steps.MoveNext() && expectedSteps.MoveNext());
            manual_seed(step);
            evaluation.Evaluate(watched);
            var drawn = rand(1).item<float>();
            manual_seed(step);
            Assert.Equal(rand(1).item<float>(), drawn);
        }

        Weights.AssertEqual(expected.G, watched.G, 0);
        Weights.AssertEqual(expected.D, watched.D, 0);
        Assert.Equal(Values.Of(expected.Sample(3).Tensor), Values.Of(watched.Sample(3).Tensor));
        Assert.NotEqual(first, evaluation.Evaluate(watched));
    }

    [Fact]
    public void Examples_with_labels_are_generated_of_the_classes_of_the_real_ones()
    {
        using var scope = NewDisposeScope();
        using var gan = new AlternatingProjectedGan();
        int[] classes = [.. Enumerable.Range(0, 40).Select(row => row % 7 == 0 ? 1 : 0)];
        using var data = Points(40, classes);
        var seen = new List<Tensor>();
        using var evaluation = new GanEvaluation(
            data,
            examples =>
            {
                seen.Add(examples.clone().DetachFromDisposeScope());
                return examples;
            },
            seed: 5
        );
        var taken = cat(seen);
        var labels = RowsOf(taken).Select(row => classes[RowsOf(data.Read([.. Enumerable.Range(0, 40)])).IndexOf(row)]);
        seen.Clear();

        evaluation.EvaluateFrechetDistance(gan);

        using var source = new LatentSource(3, LatentDistribution.Normal, seed: 5, sequence: 1_001, CPU);
        using var latents = new AlternatingProjectedGan.Latents(source.Draw(40));
        using var expected = gan.Sample(latents, new AlternatingProjectedGan.Labels([.. labels]));
        Assert.Equal(Values.Of(expected.Tensor), Values.Of(seen.Single()));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        using var scope = NewDisposeScope();
        using var gan = new NarrowGan();
        using var data = Points(20);
        using var few = Points(5);

        Assert.Contains(
            "neighbours of at least 6 examples, but",
            Assert.Throws<GanException>(() => new GanEvaluation(few)).Message
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new GanEvaluation(data, count: 5));
        Assert.Contains(
            "answered Float32 [2] for 20 examples, but needed are real numbers [20, …]",
            Assert.Throws<ArgumentException>(() => new GanEvaluation(data, examples => examples.mean([0]))).Message
        );
        Assert.Contains(
            "not finite",
            Assert.Throws<GanException>(() => new GanEvaluation(data, examples => examples / 0)).Message
        );
        Assert.Contains(
            "has 4097 values, more than the 4096",
            Assert.Throws<GanException>(() => new GanEvaluation(new TensorDataset(zeros(6, 4097)))).Message
        );
        using var many = Points(150);
        var features = 1;
        Assert.Contains(
            "answered 3 features of an example, and 2 of those before",
            Assert
                .Throws<ArgumentException>(() =>
                    new GanEvaluation(many, examples => examples.new_zeros(examples.shape[0], ++features))
                )
                .Message
        );
        using var strange = Points(20, [.. Enumerable.Range(0, 20)]);
        using var ofStrange = new GanEvaluation(strange);
        using var conditional = new AlternatingProjectedGan();
        Assert.Contains(
            "AlternatingProjectedGan declares the classes 0 to 2, but a label of",
            Assert.Throws<GanException>(() => ofStrange.EvaluateFrechetDistance(conditional)).Message
        );
        using var others = new TensorDataset(zeros(20, 3));
        using var evaluation = new GanEvaluation(others);
        Assert.Contains("takes examples [2]", Assert.Throws<GanException>(() => evaluation.Evaluate(gan)).Message);
    }

    [Fact]
    public void A_generator_that_has_diverged_is_said_to_have()
    {
        using var scope = NewDisposeScope();
        using var gan = new NarrowGan();
        using var data = Points(20);
        using var evaluation = new GanEvaluation(data);
        using (no_grad())
        {
            gan.G.parameters().Last().fill_(float.PositiveInfinity);
        }

        var failure = Assert.Throws<GanException>(() => evaluation.EvaluateFrechetDistance(gan));
        Assert.StartsWith("A feature of a generated example is not finite", failure.Message);
        Assert.Contains("the generator has diverged", failure.Message);
        evaluation.Dispose();
        Assert.Throws<ObjectDisposedException>(() => evaluation.Evaluate(gan));
    }

    [Fact]
    public void Without_labels_in_the_data_each_class_has_its_turn()
    {
        using var scope = NewDisposeScope();
        using var gan = new AlternatingProjectedGan();
        using var data = Points(250);
        var seen = new List<Tensor>();
        using var evaluation = new GanEvaluation(
            data,
            examples =>
            {
                seen.Add(examples.clone().DetachFromDisposeScope());
                return examples;
            }
        );
        seen.Clear();

        evaluation.EvaluateFrechetDistance(gan);

        using var source = new LatentSource(3, LatentDistribution.Normal, seed: 0, sequence: 1_001, CPU);
        var drawn = cat([source.Draw(100), source.Draw(100), source.Draw(50)]);
        using var latents = new AlternatingProjectedGan.Latents(drawn);
        using var expected = gan.Sample(
            latents,
            new AlternatingProjectedGan.Labels([.. Enumerable.Range(0, 250).Select(place => place % 3)])
        );
        Assert.Equal(Values.Of(expected.Tensor), Values.Of(cat(seen)));
    }

    [Fact]
    public void A_token_ends_it_between_minibatches()
    {
        using var scope = NewDisposeScope();
        using var gan = new NarrowGan();
        using var data = Points(250);
        using var cancellation = new CancellationTokenSource();
        var calls = 0;
        using var evaluation = new GanEvaluation(
            data,
            examples =>
            {
                // The first three are of real examples.
                if (++calls == 4)
                {
                    cancellation.Cancel();
                }

                return examples;
            }
        );

        Assert.Throws<OperationCanceledException>(() => evaluation.Evaluate(gan, cancellation.Token));
        Assert.Throws<OperationCanceledException>(() => evaluation.EvaluateFrechetDistance(gan, cancellation.Token));
        Assert.Equal(4, calls);

        Assert.Equal(250, evaluation.Evaluate(gan).Count);
    }

    [Fact]
    public void Features_that_are_drawn_at_random_are_the_same_each_time_and_keep_their_digits()
    {
        using var scope = NewDisposeScope();
        using var gan = new NarrowGan();
        using var data = Points(40);
        double Evaluate()
        {
            using var evaluation = new GanEvaluation(data, examples => examples.to(float64) + 1e8 + rand(1, float64));
            return evaluation.EvaluateFrechetDistance(gan);
        }

        manual_seed(1);
        var first = Evaluate();
        manual_seed(2);
        Assert.Equal(first, Evaluate());
        var drawn = rand(1).item<float>();
        manual_seed(2);
        Assert.Equal(rand(1).item<float>(), drawn);
        Assert.True(first > 0.01);
    }

    private static Dataset Points(int count, int[]? labels = null)
    {
        manual_seed(11);
        var points = randn(count, 2);
        return labels is null ? new TensorDataset(points) : new LabeledDataset(new TensorDataset(points), labels);
    }

    private static List<float> RealOf(Dataset data, int seed)
    {
        var values = new List<float>();
        using var evaluation = new GanEvaluation(
            data,
            examples =>
            {
                values.AddRange(examples.data<float>());
                return examples;
            },
            count: 120,
            seed
        );
        return values;
    }

    private static List<(float, float)> RowsOf(Tensor points) =>
        [.. points.data<float>().ToArray().Chunk(2).Select(row => (row[0], row[1]))];

    private static IEnumerable<(float, float)> Sorted(Tensor points) => RowsOf(points).Order();
}
