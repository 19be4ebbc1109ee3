using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.PyTorch;

/// <summary>Weights of models whose names are not ours.</summary>
public sealed class WeightNamesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DisposeScope scope = NewDisposeScope();

    /// <summary>Three modules to an enlargement: convolution, normalisation, activation.</summary>
    internal static WeightNames OfTutorial =>
        new()
        {
            ["main.0"] = "convTranspose1",
            ["main.1"] = "batchNorm1",
            ["main.3"] = "convTranspose2",
            ["main.4"] = "batchNorm2",
            ["main.6"] = "convTranspose3",
            ["main.7"] = "batchNorm3",
            ["main.9"] = "convTranspose4",
            ["main.10"] = "batchNorm4",
            ["main.12"] = "convTranspose5",
        };

    [PyTorchFact]
    public void The_generator_of_a_tutorial_computes_here_what_it_computes_in_PyTorch()
    {
        Python.Run(PythonFiles.PathOf("save_dcgan.py"), folder.FullName);
        using var gan = new TutorialGan();

        NetworkWeights.Load(folder["generator.safetensors"], gan.G, OfTutorial);

        using var computed = SafeTensors.Read(folder["computed.safetensors"]);
        gan.G.to(ScalarType.Float64).eval();
        var images = gan.G.call(computed.Tensors["latents"]);
        Values.AssertRelative(Values.Of(computed.Tensors["images"]), Values.Of(images), 1e-10);
    }

    [Fact]
    public void A_name_stands_for_a_weight_a_module_or_all()
    {
        var read = Named("module.main.0.weight", "module.main.10.weight", "module.scale", "module.main.1.bias");

        Assert.Equal(
            ["conv.weight", "factor", "main.10.weight", "shift"],
            Renamed(
                new()
                {
                    ["module"] = "",
                    ["module.main.0"] = "conv",
                    ["module.scale"] = "factor",
                    ["module.main.1.bias"] = "shift",
                }
            )
        );
        Assert.Equal("all.module.scale", Renamed(new() { [""] = "all" })[^1]);

        string[] Renamed(WeightNames names) => [.. names.Rename(read).Keys.Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Names_of_DataParallel_are_refused_with_the_remedy()
    {
        using var network = new Two();
        var wrapped = WeightFile.WeightsOf(network, "module.");

        var refusal = Assert.Throws<GanException>(() =>
            WeightFile.CopyInto("g.pt", "G", WeightFile.WeightsOf(network), wrapped)
        );

        Assert.Contains("new WeightNames { [\"module\"] = \"\" }", refusal.Message, StringComparison.Ordinal);
        WeightFile.CopyInto("g.pt", "G", WeightFile.WeightsOf(network), wrapped, new WeightNames { ["module"] = "" });
    }

    public static TheoryData<string, string> Refusals =>
        new()
        {
            { "missing", "linear2.bias is missing; correct the names" },
            { "another name", "linear2.bias is missing, while linear3.bias is left over; correct the names" },
            { "too much", "there is no more in its layers" },
            { "collision", "0.bias and 0.weight would both be linear1.weight" },
            { "unknown", "no weight in it has the name 7, for which one is given" },
            { "shape", "linear1.weight is Float32 [2, 6], but has to be Float32 [6, 2]" },
            {
                "type",
                "linear1.weight is Float64 [6, 2], but has to be Float32 [6, 2] (convert the weights before they are saved, in PyTorch by model.float())"
            },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_does_not_fit_is_refused_in_a_sentence_before_anything_changes(string fault, string words)
    {
        using var network = new Two();
        var names = new WeightNames { ["0"] = "linear1", ["2"] = "linear2" };
        Dictionary<string, Tensor> tensors = new()
        {
            ["0.weight"] = zeros(6, 2),
            ["0.bias"] = zeros(6),
            ["2.weight"] = zeros(1, 6),
            ["2.bias"] = zeros(1),
        };
        switch (fault)
        {
            case "missing":
                tensors.Remove("2.bias");
                break;
            case "another name":
                names["2.bias"] = "linear3.bias";
                break;
            case "too much":
                tensors["more"] = zeros(1);
                break;
            case "collision":
                names["0.bias"] = "linear1.weight";
                break;
            case "unknown":
                names["7"] = "linear7";
                break;
            case "shape":
                tensors["0.weight"] = zeros(2, 6);
                break;
            case "type":
                tensors["0.weight"] = zeros(6, 2, float64);
                break;
        }

        SafeTensors.Write(folder["weights"], tensors);
        var before = Weights.Snapshot(network);

        var refusal = Assert.Throws<GanException>(() => NetworkWeights.Load(folder["weights"], network, names));

        Assert.StartsWith($"'{folder["weights"]}' does not hold the weights of the network Two: ", refusal.Message);
        Assert.Contains(words, refusal.Message);
        Assert.Equal(before, Weights.Snapshot(network));
    }

    [Fact]
    public void Counts_of_minibatches_may_be_missing()
    {
        using var gan = new TutorialGan();
        var weights = gan.G.state_dict();
        SafeTensors.Write(
            folder["old"],
            weights
                .Where(weight => !weight.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal))
                .ToDictionary(weight => weight.Key, weight => zeros_like(weight.Value))
        );

        NetworkWeights.Load(folder["old"], gan.G);

        Assert.All(Weights.Snapshot(gan.G).Values.SelectMany(values => values), value => Assert.Equal(0, value));
    }

    public void Dispose()
    {
        scope.Dispose();
        folder.Dispose();
    }

    private static Dictionary<string, Tensor> Named(params string[] names) =>
        names.ToDictionary(name => name, _ => zeros(1));

    private sealed class Two : nn.Module
    {
        private readonly TorchSharp.Modules.Linear linear1 = nn.Linear(2, 6);
        private readonly TorchSharp.Modules.Linear linear2 = nn.Linear(6, 1);

        public Two()
            : base(nameof(Two)) => RegisterComponents();
    }
}
