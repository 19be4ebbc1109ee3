using GanDsl.Tests.Generated;
using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Layers;

/// <summary>A GAN may be created within a dispose scope, and outlives it: every layer keeps its parameters and its state.</summary>
public sealed class DisposeScopeTests : IDisposable
{
    private readonly DoublePrecision precision = new();

    public static TheoryData<string> Cases => [.. LayerCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_layer_outlives_the_scope_that_it_was_created_in(string name)
    {
        using var layer = CreatedInScope(() => new LayerCase(name));
        using var scope = NewDisposeScope();

        Assert.DoesNotContain(layer.Network.state_dict(), entry => entry.Value.IsInvalid);
        layer.Network.call(Numbers.Of(layer.Shape)).sum().backward();
        Assert.All(layer.Network.parameters(), parameter => Assert.NotNull(parameter.grad));
    }

    [Fact]
    public void So_does_a_GAN_of_labels()
    {
        using var gan = CreatedInScope(() => new ConditionalLayersGan());
        using var scope = NewDisposeScope();
        var labels = tensor(new long[] { 1, 0, 1, 1, 0 });

        Assert.DoesNotContain(gan.G.state_dict().Concat(gan.D.state_dict()), entry => entry.Value.IsInvalid);
        gan.G.call(Numbers.Of(5, 3), labels).sum().backward();
        var (logits, classLogits) = gan.D.Classify(Numbers.Of(5, 2, 3, 4), labels);
        (logits.sum() + classLogits.sum()).backward();
        Assert.All(gan.G.parameters().Concat(gan.D.parameters()), parameter => Assert.NotNull(parameter.grad));
    }

    public void Dispose() => precision.Dispose();

    private static T CreatedInScope<T>(Func<T> create)
    {
        using var scope = NewDisposeScope();
        return create();
    }
}
