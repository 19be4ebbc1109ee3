using GanDsl.Fuzzing.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Oracle;

/// <summary>A network on the engine: each layer is created for the tensor that reaches it.</summary>
internal sealed class EngineNetwork(IReadOnlyList<FuzzedLayer> layers) : IDisposable
{
    private readonly nn.Module<Tensor, Tensor>?[] modules = new nn.Module<Tensor, Tensor>?[layers.Count];
    private bool isCreated;

    public bool Training { get; set; } = true;

    /// <summary>The sizes after each layer, without N, as the first forward pass found them.</summary>
    public List<long[]> Outputs { get; } = [];

    public IEnumerable<Parameter> Parameters =>
        modules.OfType<nn.Module<Tensor, Tensor>>().SelectMany(module => module.parameters());

    public IEnumerable<Tensor> Buffers =>
        modules.OfType<nn.Module<Tensor, Tensor>>().SelectMany(module => module.buffers());

    public long ParameterCount => Parameters.Sum(parameter => parameter.numel());

    public Tensor Forward(Tensor input)
    {
        var x = input;
        for (var index = 0; index < layers.Count; index++)
        {
            if (!isCreated)
            {
                RequireFit(layers[index], x);
                modules[index] = layers[index].Create(x.shape);
            }

            modules[index]?.train(Training);
            x = layers[index].Apply(x, modules[index], Training);
            if (!isCreated)
            {
                Outputs.Add(x.shape[1..]);
            }

            if (x.dim() < 2 || x.shape[0] != input.shape[0])
            {
                throw new RefusedException(
                    $"{layers[index].Attribute} gives {Text(x.shape)} for {input.shape[0]} examples"
                );
            }
        }

        isCreated = true;
        return x;
    }

    /// <summary>Forgets what the running statistics have seen.</summary>
    public void ResetStatistics()
    {
        var all = modules.OfType<nn.Module<Tensor, Tensor>>().SelectMany(module => module.modules().Prepend(module));
        foreach (var statistics in all.OfType<NormBase>().Distinct())
        {
            statistics.reset_running_stats();
        }
    }

    public void Dispose()
    {
        foreach (var module in modules)
        {
            module?.Dispose();
        }
    }

    private static void RequireFit(FuzzedLayer layer, Tensor x)
    {
        var input = x.shape[1..];
        var held = layer.Holds(input).Select(Sizes.Product);
        var output = layer.Expect(input) is { } expected ? Sizes.Product(expected) : 0;
        MemoryBound.Require(held.Append(output).Max(), layer.Operations(input));
        if (layer.ContractRefusal(input) is { } reason)
        {
            throw new RefusedException($"{layer.Attribute}: {reason}");
        }
    }

    private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";
}
