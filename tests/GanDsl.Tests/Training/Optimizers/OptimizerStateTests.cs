using GanDsl.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>Training goes on from a saved state with the same bits, and from nothing else.</summary>
public sealed class OptimizerStateTests
{
    public static TheoryData<string> Cases => [.. OptimizerCase<double>.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Going_on_gives_the_bits_of_not_stopping(string name)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(3, CPU);
        var gradients = Enumerable.Range(0, 10).Select(_ => randn([2, 3, 4, 5], generator: random)).ToList();
        using var whole = new Parameter(ChannelsLast(ones(2, 3, 4, 5)));
        using var unmoved = new Parameter(ones(2));
        using var optimizer = OptimizerCase<float>.All[name].Create([whole, unmoved]);
        Move(optimizer, whole, gradients[..5]);
        optimizer.LearningRate /= 3;

        // Another layout, and steps of its own before it is told to forget them.
        using var half = new Parameter(whole.detach().contiguous());
        using var second = OptimizerCase<float>.All[name].Create([half, unmoved]);
        half.grad = full([2, 3, 4, 5], 7.0);
        second.Step();
        using (no_grad())
        {
            half.copy_(whole);
        }

        second.LoadState(optimizer.State());
        Assert.Equal(optimizer.LearningRate, second.LearningRate);
        Move(optimizer, whole, gradients[5..]);
        Move(second, half, gradients[5..]);

        Assert.Equal(Values.Of(whole), Values.Of(half));
    }

    [Fact]
    public void State_has_the_names_of_pytorch_and_belongs_to_the_caller()
    {
        using var scope = NewDisposeScope();
        using var first = new Parameter(zeros(2));
        using var second = new Parameter(zeros([3], ScalarType.Float64));
        using var optimizer = new AdamOptimizer([first, second], 0.5, amsGrad: true);
        first.grad = ones(2);
        optimizer.Step();

        var state = optimizer.State();

        string[] names = ["step", "exp_avg", "exp_avg_sq", "max_exp_avg_sq"];
        Assert.Equal(
            names.Select(name => "0." + name).Concat(names.Select(name => "1." + name)).Append("learning_rate").Order(),
            state.Keys.Order()
        );
        Assert.Equal(0.5, Values.Single(state["learning_rate"]));
        Assert.Equal(1, Values.Single(state["0.step"]));
        Assert.Equal(0, Values.Single(state["1.step"]));
        Values.AssertRelative([0.1, 0.1], Values.Of(state["0.exp_avg"]), 1e-6);
        Assert.Equal(ScalarType.Float64, state["1.exp_avg"].dtype);

        foreach (var tensor in state.Values)
        {
            tensor.Dispose();
        }

        optimizer.Step();
        Assert.Equal(2, Values.Single(optimizer.State()["0.step"]));
    }

    public static TheoryData<string, string> Refusals =>
        new()
        {
            { "missing", "it has no 1.exp_avg_sq" },
            { "no rate", "it has no learning_rate" },
            { "unknown", "it has a 2.exp_avg, which this optimiser does not keep" },
            { "shape", "1.exp_avg is Float32 [1, 3], but it has to be Float32 [3]" },
            { "type", "1.exp_avg is Float64 [3], but it has to be Float32 [3]" },
            { "disposed", "1.exp_avg has been disposed" },
            { "negative rate", "learning_rate is -1, but it has to be at least 0 and at most 1000000" },
            { "rate of another type", "learning_rate is Float32 []" },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_wrong_state_is_refused_and_changes_nothing(string which, string sentence)
    {
        using var scope = NewDisposeScope();
        using var first = new Parameter(zeros(2));
        using var second = new Parameter(zeros(3));
        using var optimizer = new AdamOptimizer([first, second], 0.5);
        using var donor = new AdamOptimizer([first, second], 0.25);
        first.grad = ones(2);
        donor.Step();
        var state = new Dictionary<string, Tensor>(donor.State());
        switch (which)
        {
            case "missing":
                state.Remove("1.exp_avg_sq");
                break;
            case "no rate":
                state.Remove("learning_rate");
                break;
            case "unknown":
                state["2.exp_avg"] = zeros(3);
                break;
            case "shape":
                state["1.exp_avg"] = zeros(1, 3);
                break;
            case "type":
                state["1.exp_avg"] = zeros([3], ScalarType.Float64);
                break;
            case "disposed":
                state["1.exp_avg"].Dispose();
                break;
            case "negative rate":
                state["learning_rate"] = tensor(-1.0, ScalarType.Float64);
                break;
            case "rate of another type":
                state["learning_rate"] = tensor(1.0f);
                break;
        }

        var failure = Assert.Throws<GanException>(() => optimizer.LoadState(state));

        Assert.Contains(sentence, failure.Message);
        Assert.Equal(0.5, optimizer.LearningRate);
        Assert.All(
            optimizer.State().Where(pair => pair.Key != "learning_rate"),
            pair => Assert.All(Values.Of(pair.Value), value => Assert.Equal(0, value))
        );
    }

    private static Tensor ChannelsLast(Tensor values) => values.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

    private static void Move(Optimizer optimizer, Parameter parameter, IEnumerable<Tensor> gradients)
    {
        foreach (var gradient in gradients)
        {
            parameter.grad = gradient;
            optimizer.Step();
        }
    }
}
