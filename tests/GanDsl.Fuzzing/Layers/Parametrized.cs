using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>A formula with parameters, for layers that the engine has no module of.</summary>
internal sealed class Parametrized : nn.Module<Tensor, Tensor>
{
    private readonly Parameter[] weights;
    private readonly Func<Parameter[], Tensor, Tensor> formula;

    public Parametrized(IEnumerable<Tensor> weights, Func<Parameter[], Tensor, Tensor> formula)
        : base(nameof(Parametrized))
    {
        this.weights = [.. weights.Select(weight => new Parameter(weight))];
        this.formula = formula;
        for (var index = 0; index < this.weights.Length; index++)
        {
            register_parameter($"weight{index}", this.weights[index]);
        }
    }

    public override Tensor forward(Tensor input) => formula(weights, input);
}
