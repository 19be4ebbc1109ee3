using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Onnx;

/// <summary>The example of docs/guide/export.md: a module of one's own that says what it is in ONNX.</summary>
public sealed class OwnModuleTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false, 1e-5)]
    [InlineData(true, 0.02)]
    public void Its_form_is_a_part_of_the_graph(bool isFloat16, double tolerance)
    {
        using var gan = new OwnModuleGan();
        RandomWeights.Give(gan);
        using var exported = new ExportedNetwork(gan, folder["own.onnx"], new OnnxOptions { Float16 = isFloat16 });

        Assert.InRange(exported.Difference(3), 0, tolerance);
    }

    [Theory]
    [InlineData(OnnxNetwork.Generator)]
    [InlineData(OnnxNetwork.Discriminator)]
    public void One_that_is_given_labels_has_them_in_the_graph(OnnxNetwork network)
    {
        using var gan = new ModulatedGan();
        RandomWeights.Give(gan);
        using var exported = new ExportedNetwork(gan, folder["labels.onnx"], new OnnxOptions { Network = network });

        Assert.InRange(exported.Difference(3), 0, 1e-5);
    }

    [Fact]
    public void A_weight_that_it_does_not_have_is_named()
    {
        using var module = new Scale(3);
        var graph = new OnnxGraph(module, new OnnxOptions());

        Assert.Contains("no parameter or buffer weight", Refusal(() => graph.Parameter(module, "weight")));
        using var other = new Scale(3);
        Assert.Contains("is not a part of the network", Refusal(() => graph.Parameter(other, "factors")));
    }

    private static string Refusal(Func<object> call) => Assert.Throws<GanException>(call).Message;
}
