using System.Numerics;
using GanDsl.LibTorch.Tests.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Optimizers;

/// <summary>The pass over all parameters of an optimiser, for every combination of options.</summary>
[Collection(nameof(GlobalState))]
public class NativeUpdateTests
{
    public static TheoryData<ScalarType> Types => [ScalarType.Float32, ScalarType.Float64];

    [Theory]
    [MemberData(nameof(Types))]
    public void Threads_do_not_change_a_bit(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var work = new Workload(type, Workload.Sizes);
        foreach (var rule in UpdateRule.All)
        {
            using var inner = NewDisposeScope();
            var one = WithThreads(1);
            var two = WithThreads(2);
            Assert.Equal(2 * Workload.Sizes.Length, one.Length);
            for (var i = 0; i < one.Length; i++)
            {
                Assert.True(one[i].Equals(two[i]), $"{rule}, size {one[i].numel()}");
            }

            // After the first step and after the last.
            Tensor[] WithThreads(int threads)
            {
                var before = get_num_threads();
                set_num_threads(threads);
                try
                {
                    var parameters = work.Parameters();
                    using var optimizer = rule.Create(parameters);
                    work.Step(optimizer, parameters, 0, 1);
                    var first = parameters.Select(parameter => parameter.detach().clone()).ToArray();
                    work.Step(optimizer, parameters, 1, Workload.Steps);
                    return [.. first, .. parameters.Select(parameter => parameter.detach())];
                }
                finally
                {
                    set_num_threads(before);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Layouts_agree_with_each_other_and_with_the_textbook(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var tolerance = type == ScalarType.Float32 ? 1e-5 : 1e-13;
        var work = new Workload(type, 1, 17, 40);
        foreach (var rule in UpdateRule.All)
        {
            foreach (var parameters in Enum.GetValues<Layout>())
            {
                foreach (var gradients in Enum.GetValues<Layout>())
                {
                    using var inner = NewDisposeScope();
                    var found = work.Run(rule, parameters, gradients);
                    Assert.Equal(parameters == Layout.Contiguous, found[^1].is_contiguous());
                    for (var i = 0; i < found.Length; i++)
                    {
                        Waves.AssertClose(Expected(rule, i), found[i], tolerance);
                    }
                }
            }
        }

        double[] Expected(UpdateRule rule, int parameter)
        {
            var gradients = work.GradientsOf(parameter).Select(Doubles).ToArray();
            return
            [
                .. Doubles(work.Starts[parameter])
                    .Select((start, i) => rule.Textbook(start, [.. gradients.Select(step => step[i])])[^1]),
            ];
        }
    }

    [BeyondFact("operators round in another order.")]
    public void Every_operation_of_32_bits_rounds_once() => AssertRounded<float>(ScalarType.Float32);

    [BeyondFact("operators round in another order.")]
    public void Every_operation_of_64_bits_rounds_once() => AssertRounded<double>(ScalarType.Float64);

    [Theory]
    [InlineData(Layout.Contiguous)]
    [InlineData(Layout.Strided)]
    public void A_parameter_without_a_gradient_starts_when_it_has_one(Layout layout)
    {
        using var scope = NewDisposeScope();
        var work = new Workload(ScalarType.Float32, 17, 17);
        foreach (var rule in UpdateRule.All)
        {
            var (both, alone) = (work.Parameters(layout), work.Parameters(layout)[1]);
            using var optimizer = rule.Create(both);
            using var fresh = rule.Create([alone]);
            for (var step = 0; step < 3; step++)
            {
                both[0].grad = work.GradientsOf(0)[step];
                optimizer.step();
            }

            Assert.Null(both[1].grad);
            Assert.True(both[1].Equals(work.Starts[1]));
            Assert.False(both[0].Equals(work.Starts[0]));

            // Its first step is that of a new optimiser: no step was counted, and no momentum decayed.
            for (var step = 0; step < 3; step++)
            {
                both[1].grad = work.GradientsOf(1)[step];
                alone.grad = work.GradientsOf(1)[step];
                optimizer.step();
                fresh.step();
                Assert.True(both[1].Equals(alone), rule.ToString());
            }
        }
    }

    [Theory]
    [InlineData(Layout.Contiguous)]
    [InlineData(Layout.Strided)]
    public void A_graph_notices_that_its_parameter_has_changed(Layout layout)
    {
        using var scope = NewDisposeScope();
        var work = new Workload(ScalarType.Float32, 17);
        foreach (var rule in UpdateRule.All)
        {
            var p = work.Parameters(layout)[0];
            using var optimizer = rule.Create([p]);
            var stale = (p * p).sum();
            var kept = (p * p).sum();
            kept.backward();
            optimizer.step();

            var error = Assert.ThrowsAny<Exception>(() => stale.backward());

            Assert.Contains("modified by an inplace operation", error.Message);
        }
    }

    [Fact]
    public void A_parameter_that_was_skipped_counts_as_unchanged()
    {
        using var scope = NewDisposeScope();
        var work = new Workload(ScalarType.Float32, 17, 17);
        foreach (var rule in UpdateRule.All)
        {
            var parameters = work.Parameters();
            using var optimizer = rule.Create(parameters);
            var loss = (parameters[1] * parameters[1]).sum();
            parameters[0].grad = work.GradientsOf(0)[0];
            optimizer.step();

            loss.backward();

            Assert.True(parameters[1].grad!.Equals(parameters[1].detach() * 2));
        }
    }

    [Theory]
    [InlineData(Layout.Contiguous)]
    [InlineData(Layout.Strided)]
    public void A_loaded_state_goes_on(Layout layout)
    {
        using var scope = NewDisposeScope();
        var work = new Workload(ScalarType.Float32, 17, 20_000);
        foreach (var rule in UpdateRule.All)
        {
            using var inner = NewDisposeScope();
            var parameters = work.Parameters(layout);
            using var optimizer = rule.Create(parameters);
            work.Step(optimizer, parameters, 0, 4);
            using var file = new MemoryStream();
            optimizer.save_state_dict(new BinaryWriter(file));
            var (read, copied) = (Copies(parameters), Copies(parameters));

            using var reader = rule.Create(read);
            file.Position = 0;
            reader.load_state_dict(new BinaryReader(file));
            using var copier = rule.Create(copied);
            copier.load_state_dict(optimizer.state_dict());
            work.Step(optimizer, parameters, 4, Workload.Steps);
            work.Step(reader, read, 4, Workload.Steps);
            work.Step(copier, copied, 4, Workload.Steps);

            for (var i = 0; i < parameters.Length; i++)
            {
                Assert.True(parameters[i].Equals(read[i]), rule.ToString());
                Assert.True(parameters[i].Equals(copied[i]), rule.ToString());
            }
        }

        Parameter[] Copies(Parameter[] parameters) =>
            [.. parameters.Select(parameter => new Parameter(parameter.detach().Laid(layout)))];
    }

    [Theory]
    [InlineData(Layout.Contiguous)]
    [InlineData(Layout.Strided)]
    public void A_hundred_steps_leave_no_tensor_behind(Layout layout)
    {
        using var scope = NewDisposeScope();
        var work = new Workload(ScalarType.Float32, 17, 20_000);
        foreach (var rule in UpdateRule.All)
        {
            var parameters = work.Parameters(layout);
            using var optimizer = rule.Create(parameters);
            work.Step(optimizer, parameters, 0, 1);

            // What others left to the collector must not go meanwhile.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var before = Tensor.TotalCount;

            for (var step = 0; step < 100; step++)
            {
                optimizer.step();
            }

            Assert.Equal(before, Tensor.TotalCount);
        }
    }

    [BeyondFact("a momentum buffer is left to the collector.")]
    public void Disposed_its_native_memory_is_free()
    {
        using var scope = NewDisposeScope();
        var work = new Workload(ScalarType.Float32, 1_000_000);
        var rules = UpdateRule
            .All.Where(rule => rule is SgdRule { Momentum: > 0 } or AdamRule { Amsgrad: true })
            .ToArray();
        Take(2);
        var before = Environment.WorkingSet;

        Take(8);

        // Were only one buffer of 4 MB kept each time, it would be more than twice as much.
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 200 << 20);

        void Take(int times)
        {
            for (var i = 0; i < times; i++)
            {
                foreach (var rule in rules)
                {
                    using var inner = NewDisposeScope();
                    var parameters = work.Parameters();
                    using var optimizer = rule.Create(parameters);
                    work.Step(optimizer, parameters, 0, 1);
                }
            }
        }
    }

    private static void AssertRounded<T>(ScalarType type)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var scope = NewDisposeScope();

        // Whole vectors, their remainder, and the place where a slice ends.
        var work = new Workload(type, 17, 16387);
        foreach (var rule in UpdateRule.All)
        {
            using var inner = NewDisposeScope();
            var found = work.Run(rule);
            for (var parameter = 0; parameter < found.Length; parameter++)
            {
                var gradients = work.GradientsOf(parameter).Select(step => step.data<T>().ToArray()).ToArray();
                var starts = work.Starts[parameter].data<T>().ToArray();
                var last = found[parameter].data<T>().ToArray();
                foreach (var i in Enumerable.Range(0, last.Length).Where(i => i < 40 || i >= last.Length - 40))
                {
                    var expected = rule.Rounded(starts[i], [.. gradients.Select(step => step[i])]);
                    Assert.True(expected == last[i], $"{rule}, number {i}: {last[i]} instead of {expected}");
                }
            }
        }
    }

    private static double[] Doubles(Tensor tensor) => tensor.to(ScalarType.Float64).data<double>().ToArray();
}
