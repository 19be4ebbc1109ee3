using GanDsl.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>An optimiser keeps its state and nothing else, whatever scope it is made or used in and whoever collects garbage.</summary>
public sealed class OptimizerMemoryTests
{
    public static TheoryData<string> Cases => [.. OptimizerCase<double>.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ten_thousand_steps_keep_no_tensor(string name)
    {
        using var parameter = new Parameter(zeros(2));
        using var strided = new Parameter(zeros(2, 3).t());
        using var gradient = ones(2);
        using var other = ones(3, 2);
        parameter.grad = gradient;
        strided.grad = other;
        var before = Live.Count;
        using (var optimizer = OptimizerCase<float>.All[name].Create([parameter, strided]))
        {
            var created = Live.Count;
            for (var step = 1; step <= 10_000; step++)
            {
                optimizer.Step();
                optimizer.LearningRate = 1e-6 * step;
            }

            Assert.Equal(created, Live.Count);
        }

        Assert.Equal(before, Live.Count);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void State_outlives_the_scope_that_it_was_made_and_loaded_in(string name)
    {
        using var parameter = new Parameter(zeros(2));
        using var gradient = ones(2);
        parameter.grad = gradient;
        Optimizer optimizer;
        using (NewDisposeScope())
        {
            optimizer = OptimizerCase<float>.All[name].Create([parameter]);
            optimizer.Step();
            optimizer.LoadState(optimizer.State());
        }

        using (optimizer)
        using (NewDisposeScope())
        {
            optimizer.Step();
            Assert.All(Values.Of(parameter), value => Assert.True(value < 0));
        }
    }

    [Fact]
    public async Task Optimisers_on_several_threads_under_a_collecting_runtime_give_the_bits_of_one_thread()
    {
        using var stop = new CancellationTokenSource();
        var collector = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Run)));
        await stop.CancelAsync();
        await collector;

        Assert.All(runs, run => Assert.Equal(runs[0], run));
        Assert.Equal(Run(), runs[0]);

        static double[] Run()
        {
            using var scope = NewDisposeScope();
            using var parameter = new Parameter(ones(7));
            using var optimizer = new AdamWOptimizer([parameter], 1e-2);
            for (var step = 0; step < 300; step++)
            {
                parameter.grad = linspace(-1, step, 7);
                optimizer.Step();
                optimizer.LearningRate *= 0.99;
            }

            return Values.Of(parameter);
        }
    }
}
