using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Regularizers;

internal sealed record FuzzedWeightClipping(double? Bound) : FuzzedRegularizer
{
    public override string Attribute => new AttributeText("WeightClipping").AddIfGiven(Bound).ToString();

    public override string? ContractRefusal =>
        Bound is { } bound && !((float)bound > 0 && bound <= float.MaxValue) ? Contract.WeightIsPositive : null;

    public static FuzzedRegularizer Draw(FuzzRandom random) =>
        new FuzzedWeightClipping(random.Optional(0.7, () => random.DoubleArgument(0.01, 0.1, 5)));

    public override void AfterStep(IEnumerable<Tensor> parameters)
    {
        using var noGradients = no_grad();
        var bound = Bound ?? 0.01;
        foreach (var parameter in parameters)
        {
            parameter.copy_(parameter.minimum(full_like(parameter, bound)).maximum(full_like(parameter, -bound)));
        }
    }
}
