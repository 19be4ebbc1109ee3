using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;

namespace GanDsl.Generators.Tests.Emission;

/// <summary>Everything that is emitted for the shared declarations, as accepted by a person.</summary>
public class GanSnapshots
{
    [Fact]
    public Task Digits() => Snapshot.Verify(GeneratorRun.On(DeclaredGans.Digits));

    [Fact]
    public Task Ring() => Snapshot.Verify(GeneratorRun.On(DeclaredGans.Ring));

    [Fact]
    public Task Nested() => Snapshot.Verify(GeneratorRun.On(DeclaredGans.Nested));

    [Fact]
    public Task Convolutions() => Snapshot.Verify(GeneratorRun.On(DeclaredGans.Convolutions));

    [Fact]
    public Task Critic() => Snapshot.Verify(GeneratorRun.On(RegularizedGans.Critic));

    [Fact]
    public Task Packed() => Snapshot.Verify(GeneratorRun.On(RegularizedGans.Packed));

    [Fact]
    public Task Augmented() => Snapshot.Verify(GeneratorRun.On(RegularizedGans.Augmented));

    [Fact]
    public Task Accumulated() => Snapshot.Verify(GeneratorRun.On(RegularizedGans.Accumulated));

    [Fact]
    public Task AccumulatedSimultaneous() => Snapshot.Verify(GeneratorRun.On(RegularizedGans.AccumulatedSimultaneous));

    [Fact]
    public Task Scheduled() => Snapshot.Verify(GeneratorRun.On(RegularizedGans.Scheduled));

    [Fact]
    public Task Relativistic() => Snapshot.Verify(GeneratorRun.On(RegularizedGans.Relativistic));

    [Fact]
    public Task OwnLoss() => Snapshot.Verify(GeneratorRun.On(RegularizedGans.OwnLoss));

    [Fact]
    public Task OnePass() => Snapshot.Verify(GeneratorRun.On(SimultaneousGans.OnePass));

    [Fact]
    public Task TwoPasses() => Snapshot.Verify(GeneratorRun.On(SimultaneousGans.TwoPasses));

    [Fact]
    public Task Structure() => Snapshot.Verify(GeneratorRun.On(DeclaredGans.Structure));

    [Fact]
    public Task Projected() => Snapshot.Verify(GeneratorRun.On(ConditionalGans.Projected));

    [Fact]
    public Task Modulated() => Snapshot.Verify(GeneratorRun.On(ConditionalGans.Modulated));

    [Fact]
    public Task Auxiliary() => Snapshot.Verify(GeneratorRun.On(ConditionalGans.Auxiliary));

    [Fact]
    public Task Embedded() => Snapshot.Verify(GeneratorRun.On(ConditionalGans.Embedded));

    [Fact]
    public Task Attentive() => Snapshot.Verify(GeneratorRun.On(ConditionalGans.Attentive));

    [Fact]
    public Task Sounds() => Snapshot.Verify(GeneratorRun.On(DeclaredGans.Sounds));

    [Fact]
    public Task Volumes() => Snapshot.Verify(GeneratorRun.On(DeclaredGans.Volumes));

    [Fact]
    public Task Broken() => Snapshot.Verify(GeneratorRun.On(DeclaredGans.Broken));

    [Fact]
    public void Every_accepted_file_belongs_to_a_test()
    {
        var tests = typeof(GanSnapshots)
            .GetMethods()
            .Select(method => $"{nameof(GanSnapshots)}.{method.Name}")
            .ToHashSet();

        var orphans = AcceptedSnapshots.Files().Where(name => !tests.Contains(name.Split('#')[0]));

        Assert.Empty(orphans);
    }
}
