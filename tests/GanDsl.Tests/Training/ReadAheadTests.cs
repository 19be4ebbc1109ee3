using System.Runtime.CompilerServices;
using GanDsl.Tests.Models;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;
using Minibatches = GanDsl.Training.Minibatches;

namespace GanDsl.Tests.Training;

/// <summary>Reading one minibatch ahead: nothing but the thread and the time changes.</summary>
public sealed class ReadAheadTests
{
    private const string Unasked = "The disk was gone when the second minibatch was read, which nobody asked for.";

    private static readonly TimeSpan FarTooLong = TimeSpan.FromMinutes(1);

    [Fact]
    public void Gives_the_minibatches_of_reading_in_line()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            using var inLine = new RecordingDataset(11 + seed);
            using var ahead = new RecordingDataset(11 + seed, canReadAhead: true);
            var (expected, found) = (Of(inLine, rows: 1 + (seed % 5), seed), Of(ahead, rows: 1 + (seed % 5), seed));
            for (var epoch = 1; epoch <= 3; epoch++)
            {
                Assert.Equal(Read(expected, epoch), Read(found, epoch));
            }

            Assert.Equal(inLine.Minibatches, ahead.Minibatches);
        }
    }

    // Dropout draws from torch's random numbers, which reading must leave alone.
    [Fact]
    public void Trains_to_the_same_bits()
    {
        double[] Trained(bool canReadAhead)
        {
            using var data = new RecordingDataset(20, canReadAhead);
            using var gan = new DropoutGan(new() { Seed = 8, BatchSize = 4 });
            Assert.Equal(15, gan.Train(data, epochs: 3).Count());
            return [.. Weights.Parameters(gan.G), .. Weights.Parameters(gan.D)];
        }

        Assert.Equal(Trained(canReadAhead: false), Trained(canReadAhead: true));
    }

    [Fact]
    public void Reads_the_next_minibatch_while_the_caller_has_this_one()
    {
        using var begun = new SemaphoreSlim(0);
        using var data = new RecordingDataset(12, canReadAhead: true) { OnRead = _ => begun.Release() };
        using var minibatches = Of(data, rows: 4).Epoch(1).GetEnumerator();

        Assert.True(minibatches.MoveNext());
        using var first = minibatches.Current;

        Assert.True(begun.Wait(FarTooLong));
        Assert.True(begun.Wait(FarTooLong), "Nobody reads the second minibatch before it is asked for.");
    }

    [Fact]
    public void Never_reads_two_minibatches_at_once()
    {
        using var data = new RecordingDataset(300, canReadAhead: true) { OnRead = _ => Thread.Yield() };
        var minibatches = Of(data, rows: 3);

        Read(minibatches, epoch: 1);
        Read(minibatches, epoch: 2);

        Assert.Equal(200, data.Minibatches.Count);
        Assert.False(data.ReadsOverlapped);
    }

    [Fact]
    public void What_may_not_be_read_ahead_is_read_when_it_is_asked_for_and_on_the_thread_that_asks()
    {
        using var data = new RecordingDataset(12);
        var handedOut = 0;
        foreach (var minibatch in Of(data, rows: 4).Epoch(1))
        {
            minibatch.Dispose();
            Assert.Equal(++handedOut, data.Minibatches.Count);
        }

        Assert.Equal(3, handedOut);
        Assert.All(data.Threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void An_exception_is_thrown_as_it_is_in_the_place_of_its_minibatch(int failing)
    {
        var exception = new IOException("The disk is gone.");
        void OnRead(int read)
        {
            if (read == failing)
            {
                throw exception;
            }
        }

        foreach (var canReadAhead in new[] { false, true })
        {
            using var data = new RecordingDataset(16, canReadAhead) { OnRead = OnRead };
            var live = Live.CountOnAllThreads;
            var handedOut = 0;

            var thrown = Assert.Throws<IOException>(() =>
            {
                foreach (var minibatch in Of(data, rows: 4).Epoch(1))
                {
                    minibatch.Dispose();
                    handedOut++;
                }
            });

            Assert.Same(exception, thrown);
            Assert.Equal(failing - 1, handedOut);
            Assert.Equal(failing, data.Minibatches.Count);
            Assert.Equal(live, Live.CountOnAllThreads);
        }
    }

    [Fact]
    public void An_exception_of_a_minibatch_that_nobody_asks_for_is_nobodys()
    {
        var unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs arguments)
        {
            if (arguments.Exception.InnerExceptions.Any(exception => exception.Message == Unasked))
            {
                Interlocked.Increment(ref unobserved);
            }
        }

        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            BreakOffBeforeAFailure();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
        }

        Assert.Equal(0, unobserved);
    }

    [Fact]
    public void Breaking_off_waits_for_the_read_under_way_and_leaves_nothing_behind()
    {
        var live = Live.CountOnAllThreads;
        for (var steps = 1; steps <= 3; steps++)
        {
            var (handedOut, ended) = (0, 0);
            using var begun = new SemaphoreSlim(0);
            using var data = new RecordingDataset(16, canReadAhead: true)
            {
                OnRead = read =>
                {
                    if (read > steps)
                    {
                        begun.Release();
                        Thread.Sleep(20);
                    }

                    ended++;
                },
            };

            foreach (var minibatch in Of(data, rows: 4).Epoch(1).Take(steps))
            {
                minibatch.Dispose();
                Assert.True(++handedOut < steps || begun.Wait(FarTooLong));
            }

            Assert.Equal(steps + 1, ended);
            Assert.Equal(live, Live.CountOnAllThreads);
        }
    }

    [Fact]
    public void A_set_may_be_disposed_once_training_is_broken_off()
    {
        using var gan = new DropoutGan(new() { BatchSize = 8 });
        Assert.Equal(3, gan.Train(rows => randn(rows, 2), steps: 3).Count());
        var live = Live.CountOnAllThreads;
        for (var round = 0; round < 50; round++)
        {
            using var values = randn(64, 2);
            using (var data = new TensorDataset(values))
            {
                Assert.Equal(3, gan.Train(data).Take(3).Count());
            }
        }

        Assert.Equal(live, Live.CountOnAllThreads);
    }

    [Fact]
    public void Cancelling_is_seen_before_the_next_minibatch_is_handed_out()
    {
        foreach (var canReadAhead in new[] { false, true })
        {
            using var data = new RecordingDataset(40, canReadAhead);
            using var cancellation = new CancellationTokenSource();
            var live = Live.CountOnAllThreads;
            var handedOut = 0;

            Assert.Throws<OperationCanceledException>(() =>
            {
                foreach (var minibatch in Of(data, rows: 4).Epoch(1, cancellation.Token))
                {
                    minibatch.Dispose();
                    if (++handedOut == 3)
                    {
                        cancellation.Cancel();
                    }
                }
            });

            Assert.Equal(3, handedOut);
            Assert.Equal(canReadAhead ? 4 : 3, data.Minibatches.Count);
            Assert.Equal(live, Live.CountOnAllThreads);
        }
    }

    [Fact]
    public void Cancelling_during_a_read_disposes_what_it_reads()
    {
        using var cancellation = new CancellationTokenSource();
        using var data = new RecordingDataset(40, canReadAhead: true)
        {
            OnRead = read =>
            {
                if (read == 2)
                {
                    cancellation.Cancel();
                }
            },
        };
        var live = Live.CountOnAllThreads;
        var handedOut = 0;

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var minibatch in Of(data, rows: 4).Epoch(1, cancellation.Token))
            {
                minibatch.Dispose();
                handedOut++;
            }
        });

        Assert.Equal(1, handedOut);
        Assert.Equal(live, Live.CountOnAllThreads);
    }

    [Fact]
    public void A_token_that_is_cancelled_already_reads_nothing()
    {
        using var data = new RecordingDataset(40, canReadAhead: true);
        var minibatches = Of(data, rows: 4);

        Assert.Throws<OperationCanceledException>(() => minibatches.Epoch(1, new(canceled: true)).First());

        Assert.Empty(data.Minibatches);
    }

    // A thread of the pool may have a scope that somebody forgot.
    [Fact]
    public void Minibatches_belong_to_no_scope_of_either_thread()
    {
        var forgotten = new List<DisposeScope>();
        using var data = new RecordingDataset(8, canReadAhead: true) { OnRead = _ => forgotten.Add(NewDisposeScope()) };
        List<Minibatch> read;
        using (NewDisposeScope())
        {
            read = [.. Of(data, rows: 4).Epoch(1)];
        }

        forgotten.ForEach(scope => scope.Dispose());

        Assert.Equal(2, read.Count);
        Assert.All(read, minibatch => Assert.Equal(8, Values.Of(minibatch.Examples).Length));
        read.ForEach(minibatch => minibatch.Dispose());
    }

    [Fact]
    public void Labels_stay_with_their_examples()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            using var data = new LabeledDataset(
                new RecordingDataset(23, canReadAhead: true),
                Enumerable.Range(0, 23).Select(index => index % 7)
            );
            var minibatches = new Minibatches(new("Gan", [2], ValueRange.Unbounded, 7, CPU), data, 1, 5, seed);
            for (var epoch = 1; epoch <= 2; epoch++)
            {
                var seen = 0;
                foreach (var minibatch in minibatches.Epoch(epoch))
                {
                    using (minibatch)
                    {
                        var places = Values.Of(minibatch.Examples).Where((_, position) => position % 2 == 0);
                        Assert.Equal(places.Select(place => place % 7), Values.Of(minibatch.Labels!));
                        seen++;
                    }
                }

                Assert.Equal(4, seen);
            }
        }
    }

    // Two loops over one sequence share the memory in which an epoch is shuffled.
    [Fact]
    public void An_epoch_begun_during_another_one_changes_nothing_that_was_drawn()
    {
        using var values = randn(12, 2);
        using var data = new TensorDataset(values);
        var minibatches = Of(data, rows: 4);
        var undisturbed = Read(minibatches, epoch: 1);
        using var outer = minibatches.Epoch(1).GetEnumerator();
        Assert.True(outer.MoveNext());
        outer.Current.Dispose();

        Read(minibatches, epoch: 2);
        Assert.True(outer.MoveNext());
        using var second = outer.Current;

        Assert.Equal(undisturbed[1], Values.Of(second.Examples));
    }

    [Fact]
    public void On_the_processor_a_minibatch_is_not_copied_again()
    {
        using var minibatch = zeros(2, 2);

        Assert.Same(minibatch, DeviceCopy.Begin(minibatch, CPU));
    }

    private static Minibatches Of(Dataset data, int rows, int seed = 5) =>
        new(new("Gan", [2], ValueRange.Unbounded, classes: null, CPU), data, 1, rows, seed);

    private static List<double[]> Read(Minibatches minibatches, int epoch)
    {
        var read = new List<double[]>();
        foreach (var minibatch in minibatches.Epoch(epoch))
        {
            using (minibatch)
            {
                read.Add(Values.Of(minibatch.Examples));
            }
        }

        return read;
    }

    /// <summary>In a method of its own, so that nothing keeps the task from the garbage collector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BreakOffBeforeAFailure()
    {
        using var failing = new RecordingDataset(12, canReadAhead: true)
        {
            OnRead = read =>
            {
                if (read == 2)
                {
                    throw new IOException(Unasked);
                }
            },
        };

        Of(failing, rows: 4).Epoch(1).First().Dispose();

        Assert.Equal(2, failing.Minibatches.Count);
    }
}
