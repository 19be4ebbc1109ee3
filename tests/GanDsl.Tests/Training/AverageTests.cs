using GanDsl.Modules;
using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training;

/// <summary>The moving average of G against a loop by hand, and what uses it.</summary>
public sealed class AverageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0.9, 0.0)]
    [InlineData(0.9, 1.0)]
    [InlineData(0.5, 3.5)]
    [InlineData(0.0, 0.0)]
    public void Weights_and_statistics_are_averaged_and_counts_copied(double decay, double warmup)
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var network = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4));
        using var average = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4));
        var averaged = new AveragedWeights(network, average, decay, warmup);
        var expected = Weights.Snapshot(network);
        Assert.Equal(expected, Weights.Snapshot(average));

        for (var step = 0; step < 20; step++)
        {
            network.call(randn(8, 3));
            using (no_grad())
            {
                foreach (var parameter in network.parameters())
                {
                    parameter.add_(randn_like(parameter));
                }
            }

            averaged.Update(step);

            var share = warmup == 0 ? decay : Math.Min(decay, step / (step + warmup));
            foreach (var (name, values) in Weights.Snapshot(network))
            {
                expected[name] = name.EndsWith("num_batches_tracked", StringComparison.Ordinal)
                    ? values
                    : [.. expected[name].Zip(values, (mean, value) => (share * mean) + ((1 - share) * value))];
            }

            foreach (var (name, values) in Weights.Snapshot(average))
            {
                Values.AssertRelative(expected[name], values, 1e-12, name);
            }
        }

        Assert.False(average.training);
        Assert.All(average.parameters(), parameter => Assert.False(parameter.requires_grad));
    }

    [Fact]
    public void Weights_under_two_names_are_averaged_once_and_numbers_that_are_no_statistics_copied()
    {
        using var scope = NewDisposeScope();
        using var network = new TwiceUsed();
        using var average = new TwiceUsed();
        var averaged = new AveragedWeights(network, average, 0.75);
        var before = Values.Of(average.Weight);
        using (no_grad())
        {
            network.Weight.add_(tensor(4f));
            network.Count.add_(tensor(2));
        }

        averaged.Update(0);

        Values.AssertRelative([.. before.Select(value => value + 1)], Values.Of(average.Weight), 1e-6, "weight");
        Assert.Equal(2, average.Count.item<long>());
    }

    [Fact]
    public void No_call_is_given_tensors_of_two_types()
    {
        using var scope = NewDisposeScope();
        using var network = nn.Sequential(new NormalizedLinear(), nn.BatchNorm1d(5));
        using var average = nn.Sequential(new NormalizedLinear(), nn.BatchNorm1d(5));

        var lists = new AveragedWeights(network, average, 0.9).Lists.ToList();

        // Weights with statistics, singular vectors, a count: from where and into what.
        Assert.Equal(6, lists.Count);
        Assert.All(lists, list => Assert.Single(list.Select(tensor => tensor.dtype).Distinct()));
        Assert.Equal(2 * network.state_dict().Count, lists.Sum(list => list.Count));
    }

    /// <summary>An average of unit vectors is none: sigma would come out too small, and the layer too large.</summary>
    [Fact]
    public void The_norm_of_an_averaged_weight_is_that_weights_own()
    {
        using var precision = new DoublePrecision();
        using var scope = NewDisposeScope();
        using var network = new NormalizedLinear();
        using var average = new NormalizedLinear();
        var averaged = new AveragedWeights(network, average, 0.999);
        for (var step = 0; step < 500; step++)
        {
            network.call(randn(4, 6));
            using (no_grad())
            {
                network.Weight.add_(randn_like(network.Weight).Times(0.1));
            }

            averaged.Update(step);
        }

        // The estimate of a weight that stays: the direction that stretches most.
        for (var iteration = 0; iteration < 200; iteration++)
        {
            network.call(randn(4, 6));
        }

        averaged.Update(500);
        using var estimate = average.Norm.call(network.Weight);
        using var largest = linalg.svdvals(network.Weight.detach()).max();
        Assert.Equal(largest.ToDouble(), estimate.ToDouble(), 1e-9);
    }

    [Theory]
    [InlineData(typeof(AlternatingScheduledGan))]
    [InlineData(typeof(AlternatingSharedFakesScheduledGan))]
    [InlineData(typeof(SimultaneousScheduledGan))]
    public void Every_rule_keeps_it_and_sampling_uses_it(Type model)
    {
        using var scope = NewDisposeScope();
        using var gan = (IGan<PointBatch>)Activator.CreateInstance(model, [null])!;
        using var byHand = (nn.Module<Tensor, Tensor>)Activator.CreateInstance(gan.Generator.GetType())!;
        var average = new AveragedWeights(gan.Generator, byHand, 0.9, 2);
        for (var step = 0; step < 5; step++)
        {
            gan.Step(new Minibatch(randn(6, 2)));
            average.Update(step);
        }

        Assert.Equal(Weights.Snapshot(byHand), Weights.Snapshot(gan.SampledGenerator));
        Assert.NotEqual(Weights.Snapshot(byHand), Weights.Snapshot(gan.Generator));
        using var latents = gan.DrawLatents(7);
        using var samples = gan.Sample(latents);
        Assert.Equal(Values.Of(byHand.call(latents.Tensor)), Values.Of(samples.Tensor));
    }

    [Fact]
    public void Sampling_uses_the_generator_itself_where_told_so()
    {
        using var scope = NewDisposeScope();
        using var gan = new AlternatingScheduledGan();
        gan.Step(new(randn(6, 2)));
        gan.Step(new(randn(6, 2)));
        using var latents = gan.DrawLatents(7);
        using var ofAverage = gan.Sample(latents);
        Assert.Same(gan.AveragedG, gan.SampledG);

        gan.SamplesFromAverage = false;
        using var ofGenerator = gan.Sample(latents);

        gan.G.eval();
        Assert.Equal(Values.Of(gan.G.call(latents.Tensor)), Values.Of(ofGenerator.Tensor));
        Assert.NotEqual(Values.Of(ofAverage.Tensor), Values.Of(ofGenerator.Tensor));
        Assert.Same(gan.G, gan.SampledG);
    }

    [Fact]
    public void It_is_saved_and_loaded_with_the_networks()
    {
        using var saved = new AlternatingScheduledGan();
        using var loaded = new AlternatingScheduledGan(new() { Seed = 4 });
        saved.Step(new(randn(6, 2)));
        saved.Step(new(randn(6, 2)));

        saved.Save(folder["a"]);
        loaded.Load(folder["a"]);

        Assert.Equal(Weights.Snapshot(saved.AveragedG), Weights.Snapshot(loaded.AveragedG));
        Assert.Equal(Weights.Snapshot(saved.G), Weights.Snapshot(loaded.G));
    }

    private sealed class NormalizedLinear : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Linear linear = nn.Linear(6, 5, hasBias: false);

        public NormalizedLinear()
            : base(nameof(NormalizedLinear))
        {
            Norm = new SpectralNorm(linear.weight, 0);
            RegisterComponents();
            register_module("norm", Norm);
        }

        public SpectralNorm Norm { get; }

        public Tensor Weight => linear.weight;

        public override Tensor forward(Tensor input) => linear.call(input) / Norm.call(linear.weight);
    }

    private sealed class TwiceUsed : nn.Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Linear first = nn.Linear(2, 2, hasBias: false);
        private readonly TorchSharp.Modules.Linear second;

        public TwiceUsed()
            : base(nameof(TwiceUsed))
        {
            second = first;
            RegisterComponents();
            register_buffer("running_mean", tensor(0L));
        }

        public Tensor Weight => first.weight;

        public Tensor Count => get_buffer("running_mean")!;

        public override Tensor forward(Tensor input) => second.call(first.call(input));
    }
}
