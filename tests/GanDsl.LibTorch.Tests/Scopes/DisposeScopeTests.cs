using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Scopes;

public class DisposeScopeTests
{
    private static long Live => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        var before = Live;
        Tensor tensor;
        using (var scope = NewDisposeScope())
        {
            tensor = ones(3) + 1;

            Assert.Equal(2, scope.DisposablesCount);
            Assert.True(scope.Contains(tensor));
            Assert.Equal(before + 2, Live);
        }

        Assert.True(tensor.IsInvalid);
        Assert.Equal(before, Live);
    }

    [Fact]
    public void A_tensor_moved_out_belongs_to_the_outer_scope()
    {
        var before = Live;
        using (var outer = NewDisposeScope())
        {
            Tensor tensor;
            using (NewDisposeScope())
            {
                tensor = (ones(3) * 2).MoveToOuterDisposeScope();
            }

            Assert.False(tensor.IsInvalid);
            Assert.Same(tensor, Assert.Single(outer.DisposablesView));
            Assert.Equal(6, tensor.sum().ToSingle());
        }

        Assert.Equal(before, Live);
    }

    [Fact]
    public void Moved_out_of_the_outermost_scope_a_tensor_is_detached()
    {
        Tensor tensor;
        using (NewDisposeScope())
        {
            tensor = ones(3).MoveToOuterDisposeScope();
        }

        Assert.False(tensor.IsInvalid);
        tensor.Dispose();
    }

    [Fact]
    public void A_detached_tensor_is_its_owners()
    {
        var before = Live;
        Tensor tensor;
        using (NewDisposeScope())
        {
            tensor = ones(3).DetachFromDisposeScope();
        }

        Assert.False(tensor.IsInvalid);
        Assert.Equal(before + 1, Live);
        tensor.Dispose();
        Assert.Equal(before, Live);
    }

    [Fact]
    public void A_tensor_from_outside_can_be_attached()
    {
        var tensor = ones(3);
        using (var scope = NewDisposeScope())
        {
            scope.Attach(tensor);
        }

        Assert.True(tensor.IsInvalid);
    }

    [Fact]
    public void A_tensor_can_be_moved_to_the_scope_of_another()
    {
        using var outer = NewDisposeScope();
        var other = ones(1);
        Tensor tensor;
        using (NewDisposeScope())
        {
            tensor = zeros(1).MoveToOtherDisposeScope(other);
        }

        Assert.False(tensor.IsInvalid);
        Assert.Equal(2, outer.DisposablesCount);
    }

    [Fact]
    public void Everything_but_what_is_kept_is_disposed_and_the_scope_goes_on()
    {
        using var scope = NewDisposeScope();
        var kept = ones(1);
        var dropped = ones(1);

        Assert.Same(kept, scope.DisposeEverythingBut(kept));

        Assert.False(kept.IsInvalid);
        Assert.True(dropped.IsInvalid);
        Assert.Equal(1, scope.DisposablesCount);
        scope.DisposeEverything();
        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void A_tensor_disposed_by_hand_leaves_its_scope()
    {
        using var scope = NewDisposeScope();
        ones(1).Dispose();

        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Disposing_twice_is_fine()
    {
        var before = Live;
        var scope = NewDisposeScope();
        var tensor = ones(1);
        tensor.Dispose();
        tensor.Dispose();
        scope.Dispose();
        scope.Dispose();

        Assert.Equal(before, Live);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void An_outer_scope_can_end_before_an_inner_one()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();

        Assert.Same(inner, CurrentDisposeScope);
        inner.Dispose();
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void An_ended_scope_refuses_to_be_used()
    {
        var scope = NewDisposeScope();
        scope.Dispose();
        using var tensor = ones(1);

        Assert.Throws<ObjectDisposedException>(() => scope.Attach(tensor));
        Assert.Throws<ObjectDisposedException>(() => scope.DisposablesCount);
    }

    [Fact]
    public void A_wrapped_expression_leaves_only_its_value()
    {
        var before = Live;
        var value = WrappedTensorDisposeScope(() => ((ones(3) + 1) * 2).sum());

        Assert.Equal(12, value.ToSingle());
        Assert.Equal(before + 1, Live);
        value.Dispose();
    }

    [Fact]
    public void Scopes_belong_to_their_thread()
    {
        using var scope = NewDisposeScope();
        var seen = scope;
        var created = -1L;
        var thread = new Thread(() =>
        {
            seen = CurrentDisposeScope;
            using var tensor = ones(1);
            created = Live;
        });
        thread.Start();
        thread.Join();

        Assert.Null(seen);
        Assert.Equal(1, created);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void The_counts_tell_where_tensors_were_made_and_disposed()
    {
        LifetimeStatistics? statistics = null;
        var thread = new Thread(() =>
        {
            statistics = DisposeScopeManager.Statistics.TensorStatistics;
            ones(1).Dispose();
            var attached = ones(1);
            using var scope = NewDisposeScope();
            scope.Attach(attached);
            _ = ones(1);
            ones(1).DetachFromDisposeScope().Dispose();
        });
        thread.Start();
        thread.Join();

        Assert.Equal(2, statistics!.CreatedOutsideScopeCount);
        Assert.Equal(2, statistics.CreatedInScopeCount);
        Assert.Equal(2, statistics.DisposedOutsideScopeCount);
        Assert.Equal(2, statistics.DisposedInScopeCount);
        Assert.Equal(1, statistics.AttachedToScopeCount);
        Assert.Equal(1, statistics.DetachedFromScopeCount);
        Assert.Equal(0, statistics.ThreadTotalLiveCount);
        statistics.Reset();
        Assert.Equal(0, statistics.CreatedInScopeCount);
    }

    [Fact]
    public void A_training_step_in_a_scope_leaves_the_live_count_flat()
    {
        using var weight = randn([4, 3], requires_grad: true);
        using var input = randn(8, 3);
        var counts = new List<long>();
        for (var step = 0; step < 5; step++)
        {
            using (NewDisposeScope())
            {
                var loss = nn.functional.softplus(nn.functional.linear(input, weight)).mean();
                loss.backward();
                using (no_grad())
                {
                    weight.sub_(weight.grad! * 0.1);
                }

                weight.grad = null;
            }

            counts.Add(Live);
        }

        Assert.All(counts, count => Assert.Equal(counts[0], count));
    }

    [Fact]
    public void The_collector_releases_what_nobody_disposed()
    {
        var before = Tensor.TotalCount;
        for (var i = 0; i < 64; i++)
        {
            Abandon();
        }

        for (var i = 0; i < 20 && Tensor.TotalCount > before + 32; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        // Other tests make tensors meanwhile; all 64 cannot still be alive.
        Assert.True(Tensor.TotalCount < before + 64);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Abandon() => _ = ones(1000);
    }
}
