using GanDsl.Fuzzing.Layers;
using GanDsl.Fuzzing.Oracle;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Structure;

/// <summary>The weight of a layer on the engine, with what is declared of it.</summary>
internal sealed class EngineWeight
{
    /// <summary>More of them take hours at worst.</summary>
    private const int MostIterations = 1000;

    private readonly FuzzedLayer layer;
    private readonly nn.Module<Tensor, Tensor> module;

    public EngineWeight(FuzzedLayer layer, nn.Module<Tensor, Tensor> module, IReadOnlyList<FuzzedModifier> modifiers)
    {
        (this.layer, this.module) = (layer, module);
        var norms = modifiers.OfType<FuzzedSpectralNorm>().Where(_ => layer.CanBeNormalized).ToList();
        Norms =
            norms.Count == 0 ? [] : [.. layer.NormalizedWeights.Select(name => new EngineNorm(layer, module, name))];
        if (norms.Any(norm => norm.PowerIterations > MostIterations))
        {
            throw new UndecidedException();
        }

        var inits = modifiers.OfType<FuzzedInit>().Where(init => init.IsFor(layer)).ToList();
        IsFilled = inits.Count > 0;
        foreach (var weight in layer.Weights.Select(module.get_parameter).OfType<Tensor>())
        {
            inits.LastOrDefault()?.Fill(weight);
        }

        if (
            module.get_parameter(layer.BiasName) is { } bias
            && inits.LastOrDefault(init => init.Bias is not null) is { } ofBias
        )
        {
            nn.init.constant_(bias, ofBias.Bias!.Value);
        }
    }

    /// <summary>Whether its first values are declared.</summary>
    public bool IsFilled { get; }

    /// <summary>The weights that are divided by their spectral norms.</summary>
    public IReadOnlyList<EngineNorm> Norms { get; }

    /// <summary>Whether the emitted module holds their vectors, and not the network beside it.</summary>
    public bool HoldsNorms => layer.HoldsNorms;

    /// <summary>Applies the layer with its weights divided.</summary>
    public Tensor Apply(Tensor x, bool training)
    {
        var restore = Norms.Select(norm => norm.Divide()).ToList();
        var output = layer.Apply(x, module, training);
        restore.ForEach(each => each());
        return output;
    }
}
