using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Structure;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Oracle;

/// <summary>A network on the engine: each layer is created for the tensor that reaches it.</summary>
internal sealed class EngineNetwork(IReadOnlyList<FuzzedLayer> layers, IReadOnlyList<FuzzedModifier> modifiers)
    : IDisposable
{
    private readonly nn.Module<Tensor, Tensor>?[] modules = new nn.Module<Tensor, Tensor>?[layers.Count];
    private readonly EngineWeight?[] weights = new EngineWeight?[layers.Count];
    private bool isCreated;

    public bool Training { get; set; } = true;

    /// <summary>The deviation of a random relative error that each answer of a layer is given, to see what becomes of rounding. Default: none.</summary>
    public double RoundingError { get; set; }

    /// <summary>The sizes after each layer, without N, as the first forward pass found them.</summary>
    public List<long[]> Outputs { get; } = [];

    public IEnumerable<Parameter> Parameters =>
        modules.OfType<nn.Module<Tensor, Tensor>>().SelectMany(module => module.parameters());

    /// <summary>
    /// Of each parameter whether its first values mean something: PyTorch's default or what is declared, not those of a formula of ours.
    /// </summary>
    public IEnumerable<bool> AreDrawn =>
        modules.SelectMany(
            (module, index) =>
                module is EngineBlock block ? block.Inner.AreDrawn.Concat(block.Shortcut?.AreDrawn ?? [])
                : module is null ? []
                : module.parameters().Select(_ => module is not Parametrized || weights[index] is { IsFilled: true })
        );

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
                Create(index, x.shape);
            }

            modules[index]?.train(Training);
            x = weights[index]?.Apply(x, Training) ?? layers[index].Apply(x, modules[index], Training);
            if (RoundingError != 0)
            {
                x = x * (1 + (randn_like(x) * RoundingError));
            }

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

    /// <summary>
    /// The weights that are divided by their spectral norm, in the order in which the emitted network holds their vectors: those in
    /// modules, blocks and their shortcuts first.
    /// </summary>
    public IEnumerable<EngineNorm> Normalized => NormalizedInModules.Concat(NormalizedBesideModules);

    private IEnumerable<EngineNorm> NormalizedInModules =>
        modules.SelectMany(
            (module, index) =>
                module is EngineBlock block ? NormalizedIn(block)
                : weights[index] is { HoldsNorms: true } weight ? weight.Norms
                : []
        );

    private IEnumerable<EngineNorm> NormalizedBesideModules =>
        weights.OfType<EngineWeight>().Where(weight => !weight.HoldsNorms).SelectMany(weight => weight.Norms);

    /// <summary>Forgets what the running statistics have seen.</summary>
    public void ResetStatistics()
    {
        var all = modules.OfType<nn.Module<Tensor, Tensor>>().SelectMany(module => module.modules().Prepend(module));
        foreach (var statistics in all.OfType<NormBase>().Distinct())
        {
            statistics.reset_running_stats();
        }

        foreach (var block in modules.OfType<EngineBlock>())
        {
            block.Inner.ResetStatistics();
            block.Shortcut?.ResetStatistics();
        }
    }

    public void Dispose()
    {
        foreach (var module in modules)
        {
            module?.Dispose();
        }
    }

    /// <summary>The shortcut is a module of the block, and so comes before what normalises its own layers.</summary>
    private static IEnumerable<EngineNorm> NormalizedIn(EngineBlock block) =>
        block
            .Inner.NormalizedInModules.Concat(block.Shortcut?.Normalized ?? [])
            .Concat(block.Inner.NormalizedBesideModules);

    private void Create(int index, long[] shape)
    {
        var layer = layers[index];
        IReadOnlyList<FuzzedModifier> all = [.. modifiers, .. layer.After];
        modules[index] = layer is FuzzedBlock block ? new EngineBlock(block, all) : layer.Create(shape);
        if ((layer.WeightKind is not null || layer.CanBeNormalized) && modules[index] is { } module)
        {
            weights[index] = new(layer, module, all);
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
