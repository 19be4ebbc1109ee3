using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

public class StateDictTests
{
    [Fact]
    public void Copies_every_value()
    {
        using var scope = NewDisposeScope();
        using var source = Filled(new SampleModel());
        using var target = new SampleModel().to(ScalarType.Float64);
        source.call(Wave([6, 3]));

        var (missing, unexpected) = target.load_state_dict(source.state_dict());

        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.All(source.state_dict(), entry => Assert.True(target.state_dict()[entry.Key].Equals(entry.Value)));
        Assert.Equal(1, target.get_buffer("norm.num_batches_tracked")!.item<long>());
    }

    [Fact]
    public void Tells_differences_and_copies_nothing_when_strict()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(2, 2);
        var before = Floats(model.weight);
        var state = new Dictionary<string, Tensor> { ["weight"] = ones(2, 2), ["weights"] = ones(2) };

        var error = Assert.Throws<InvalidOperationException>(() => model.load_state_dict(state));

        Assert.Contains("'bias' missing", error.Message, StringComparison.Ordinal);
        Assert.Contains("'weights' unknown", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Floats(model.weight));
    }

    [Fact]
    public void Copies_what_fits_when_not_strict()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(2, 2);
        var state = new Dictionary<string, Tensor> { ["weight"] = ones(2, 2), ["weights"] = ones(2) };

        var (missing, unexpected) = model.load_state_dict(state, strict: false);

        Assert.Equal(["bias"], missing);
        Assert.Equal(["weights"], unexpected);
        Assert.Equal([1, 1, 1, 1], Floats(model.weight));
    }

    [Fact]
    public void Leaves_skipped_names_alone()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(2, 1);
        var before = Floats(model.bias!);
        var state = new Dictionary<string, Tensor> { ["weight"] = ones(1, 2), ["other"] = ones(2) };

        model.load_state_dict(state, skip: ["bias", "other"]);

        Assert.Equal([1, 1], Floats(model.weight));
        Assert.Equal(before, Floats(model.bias!));
    }

    [BeyondFact("what comes before is copied, and a shape that broadcasts is taken.")]
    public void Refuses_another_shape_before_it_copies()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Linear(2, 2);
        var before = Floats(model.weight);
        var state = new Dictionary<string, Tensor> { ["weight"] = ones(2, 2), ["bias"] = ones(1) };

        Assert.Throws<ArgumentException>(() => model.load_state_dict(state));
        Assert.Equal(before, Floats(model.weight));
    }

    [Fact]
    public void Goes_under_a_prefix_into_a_given_dictionary()
    {
        using var model = nn.Linear(2, 2);
        var destination = new Dictionary<string, Tensor>();

        Assert.Same(destination, model.state_dict(destination, "net.0"));
        Assert.Equal(["net.0.weight", "net.0.bias"], destination.Keys);
    }
}
