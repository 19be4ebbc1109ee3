using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Robustness;

/// <summary>A GAN takes one call at a time: a second one is refused and changes nothing, whichever thread it comes from.</summary>
public sealed class ExclusiveUseTests
{
    private const string Refusal =
        "This DropoutGan is in the middle of another call (a training step, sampling, drawing latents); let that one end first, and use a "
        + "GAN from one thread at a time.";

    [Fact]
    public void Every_call_in_the_middle_of_a_step_is_refused()
    {
        using var gan = new DropoutGan(new() { BatchSize = 4 });
        using var latents = gan.DrawLatents(4);
        using var real = new DropoutGan.Points(randn(4, 2));
        var refused = 0;
        gan.D.register_forward_pre_hook(
            (_, input) =>
            {
                refused += CountRefused(gan, latents, real);
                return input;
            }
        );

        gan.Step(real);

        // Once for D's update and once for G's.
        Assert.Equal(2 * 6, refused);
    }

    [Fact]
    public void Every_call_of_another_thread_in_the_middle_of_sampling_is_refused()
    {
        using var gan = new DropoutGan(new() { BatchSize = 4 });
        using var latents = gan.DrawLatents(4);
        using var real = new DropoutGan.Points(randn(4, 2));
        var refused = 0;
        gan.G.register_forward_pre_hook(
            (_, input) =>
            {
                var other = new Thread(() => refused = CountRefused(gan, latents, real));
                other.Start();
                other.Join();
                return input;
            }
        );

        gan.Sample(latents).Dispose();

        Assert.Equal(6, refused);
    }

    [Fact]
    public void A_call_that_fails_lets_the_next_one_in()
    {
        using var gan = new DropoutGan(new() { BatchSize = 4 });
        using var real = new DropoutGan.Points(randn(4, 2));
        var failure = gan.G.register_forward_pre_hook((_, _) => throw new TimeoutException());

        Assert.Throws<TimeoutException>(() => gan.Step(real));
        Assert.Throws<TimeoutException>(() => gan.Sample(1));
        failure.remove();

        gan.Step(real);
        gan.Sample(1).Dispose();
    }

    [Fact]
    public void A_sampler_and_who_looks_at_steps_may_sample()
    {
        using var gan = new DropoutGan(new() { BatchSize = 4 });
        var sampled = 0;

        foreach (var step in gan.Train(Sampler, steps: 3))
        {
            sampled += Sample(rows: 2);
        }

        Assert.Equal(3 * (2 + 4), sampled);

        Tensor Sampler(int rows)
        {
            sampled += Sample(rows);
            return randn(rows, 2);
        }

        int Sample(int rows)
        {
            using var points = gan.Sample(rows);
            return points.Count;
        }
    }

    [Fact]
    public void A_disposed_GAN_says_so()
    {
        using var latents = new DropoutGan.Latents(rand(4, 4));
        using var real = new DropoutGan.Points(randn(4, 2));
        var gan = new DropoutGan(new() { BatchSize = 4 });
        gan.Dispose();
        gan.Dispose();

        Action[] calls =
        [
            () => gan.Step(real),
            () => gan.Step(real, latents),
            () => gan.Sample(1),
            () => gan.Sample(latents),
            () => gan.DrawLatents(1),
            () => gan.Train(rows => randn(rows, 2), steps: 1).Count(),
            () => gan.Train(real, epochs: 1).Count(),
            () => gan.Train(rows => randn(rows, 2), steps: 1),
            () => gan.Save("weights"),
            () => gan.Load("weights"),
            () => _ = gan.G,
            () => _ = gan.D,
            () => _ = gan.GeneratorOptimizer,
            () => _ = gan.DiscriminatorOptimizer,
            () => ((IGan)gan).Sample(1),
            () => ((IGan)gan).Step(new Minibatch(randn(4, 2))),
            () => _ = ((IGan)gan).Generator,
        ];

        Assert.All(
            calls,
            call =>
                Assert.Equal(
                    "This DropoutGan is disposed and holds no networks any more; create another one.",
                    Assert.Throws<ObjectDisposedException>(call).Message
                )
        );
    }

    [Fact]
    public void Threads_that_step_sample_and_dispose_at_will_end_nothing_but_their_own_calls() =>
        ChildProcess.Run(static () =>
        {
            for (var round = 0; round < 5; round++)
            {
                var gan = new DropoutGan(new() { BatchSize = 4 });
                var (done, refused) = (0, 0);
                var threads = Enumerable.Range(0, 4).Select(number => new Thread(() => Work(number))).ToList();
                threads.ForEach(thread => thread.Start());
                threads.ForEach(thread => thread.Join());
                Assert.True(done > 0);
                Assert.Equal(4 * 200, done + refused);

                void Work(int number)
                {
                    using var real = new DropoutGan.Points(rand(4, 2));
                    for (var call = 0; call < 200; call++)
                    {
                        try
                        {
                            if (number % 2 == 0)
                            {
                                gan.Step(real);
                            }
                            else
                            {
                                gan.Sample(3).Dispose();
                            }

                            if (number == 3 && call > 150)
                            {
                                gan.Dispose();
                            }

                            Interlocked.Increment(ref done);
                        }
                        catch (Exception exception) when (exception is InvalidOperationException)
                        {
                            Interlocked.Increment(ref refused);
                        }
                    }
                }
            }
        });

    [Fact]
    public void Threads_that_train_on_data_save_load_sample_and_dispose_end_nothing_but_their_own_calls() =>
        ChildProcess.Run(static () =>
        {
            using var folder = new TemporaryFolder();
            using var data = new TensorDataset(rand(4000, 2));
            for (var round = 0; round < 4; round++)
            {
                var gan = new DropoutGan(new() { BatchSize = 4 });
                gan.Save(folder["a"]);
                Action[] calls =
                [
                    () => gan.Train(data, epochs: 1).Take(40).Count(),
                    () => gan.Train(rows => rand(rows, 2), steps: 40).Last().TotalLoss.ToString(),
                    () => gan.Sample(3).Dispose(),
                    () => gan.Save(folder["b"]),
                    () => gan.Load(folder["a"]),
                    () => gan.GeneratorOptimizer.LearningRate = 1e-3,
                ];
                var ended = 0;
                var threads = calls
                    .Select(call => new Thread(() =>
                    {
                        while (Volatile.Read(ref ended) == 0)
                        {
                            Attempt(call);
                        }
                    }))
                    .ToList();
                threads.ForEach(thread => thread.Start());
                Thread.Sleep(300);
                while (!Attempt(gan.Dispose)) { }

                Volatile.Write(ref ended, 1);
                threads.ForEach(thread => thread.Join());
                Assert.Throws<ObjectDisposedException>(() => gan.Sample(1));
                using var loaded = new DropoutGan();
                loaded.Load(folder["a"]);
            }

            static bool Attempt(Action call)
            {
                try
                {
                    call();
                    return true;
                }
                catch (InvalidOperationException)
                {
                    return false;
                }
            }
        });

    private static int CountRefused(DropoutGan gan, DropoutGan.Latents latents, DropoutGan.Points real)
    {
        Action[] calls =
        [
            () => gan.Step(real),
            () => gan.Step(real, latents),
            () => gan.Sample(1),
            () => gan.Sample(latents),
            () => gan.DrawLatents(1),
            gan.Dispose,
        ];
        return calls.Count(call => Assert.Throws<InvalidOperationException>(call).Message == Refusal);
    }
}
