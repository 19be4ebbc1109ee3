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
    private Tensor? u;
    private Tensor? v;

    public EngineWeight(FuzzedLayer layer, nn.Module<Tensor, Tensor> module, IReadOnlyList<FuzzedModifier> modifiers)
    {
        (this.layer, this.module) = (layer, module);
        var norms = modifiers.OfType<FuzzedSpectralNorm>().Where(_ => layer.IsLinear).ToList();
        IsNormalized = norms.Count > 0;
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

    /// <summary>Whether the weight is divided by its spectral norm.</summary>
    public bool IsNormalized { get; }

    /// <summary>Takes the vectors of the emitted network.</summary>
    public void Estimate(Tensor left, Tensor right) => (u, v) = (left, right);

    /// <summary>Applies the layer; once the vectors are known with the weight itself divided by uᵀWv, as the paper has it.</summary>
    public Tensor Apply(Tensor x, bool training)
    {
        if (u is null || v is null)
        {
            return layer.Apply(x, module, training);
        }

        var weight = module.get_parameter("weight")!;
        var original = weight.clone();
        var matrix = layer.Kind.StartsWith("ConvTranspose", StringComparison.Ordinal)
            ? original.transpose(0, 1).flatten(1)
            : original.flatten(1);
        weight.copy_(original / u.unsqueeze(0).matmul(matrix).matmul(v.unsqueeze(1)).squeeze());
        var output = layer.Apply(x, module, training);
        weight.copy_(original);
        return output;
    }
}
