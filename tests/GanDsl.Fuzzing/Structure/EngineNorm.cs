using GanDsl.Fuzzing.Layers;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Structure;

/// <summary>A weight on the engine that is divided by its spectral norm.</summary>
/// <param name="layer">The layer.</param>
/// <param name="module">Its module.</param>
/// <param name="name">What the module calls the weight.</param>
internal sealed class EngineNorm(FuzzedLayer layer, nn.Module<Tensor, Tensor> module, string name)
{
    private Tensor? u;
    private Tensor? v;

    /// <summary>Takes the vectors of the emitted network.</summary>
    public void Estimate(Tensor left, Tensor right) => (u, v) = (left, right);

    /// <summary>Divides the weight itself by uᵀWv, as the paper has it, once the vectors are known; answers what puts it back.</summary>
    public Action Divide()
    {
        if (u is null || v is null)
        {
            return () => { };
        }

        var weight = module.get_parameter(name)!;
        var original = weight.clone();
        var matrix = layer.Kind.StartsWith("ConvTranspose", StringComparison.Ordinal)
            ? original.transpose(0, 1).flatten(1)
            : original.flatten(1);
        weight.copy_(original / u.unsqueeze(0).matmul(matrix).matmul(v.unsqueeze(1)).squeeze());
        return () => weight.copy_(original);
    }
}
