using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Regularizers;

/// <summary>A penalty on the gradient of D: of its distance from 1 (GradientPenalty, Dragan), or of its square (R1, R2).</summary>
internal sealed record FuzzedPenalty(string Kind, double? Weight, int? Every) : FuzzedRegularizer
{
    public override string Attribute => new AttributeText(Kind).AddIfGiven(Weight).Set("Every", Every).ToString();

    public override string? ContractRefusal =>
        Weight is { } weight && !((float)weight > 0 && weight <= float.MaxValue) ? Contract.WeightIsPositive
        : Every < 1 ? Contract.NothingWouldBeTrained
        : null;

    public static FuzzedRegularizer Draw(FuzzRandom random, string kind) =>
        new FuzzedPenalty(
            kind,
            random.Optional(0.7, () => random.DoubleArgument(10, 1, 0.1)),
            random.Optional(0.3, () => random.IntArgument(1, 4))
        );

    public override Tensor? Penalty(Func<Tensor, Tensor> discriminator, Tensor real, Tensor fakes)
    {
        var points = Kind switch
        {
            "GradientPenalty" => (real + fakes) / 2,
            "R2" => fakes,
            "R1" or "Dragan" => real,
            _ => throw Unknown,
        };
        var input = points.detach().clone().requires_grad_();
        var gradient = autograd.grad([discriminator(input).sum()], [input], retain_graph: true, create_graph: true)[0];
        var squares = gradient.flatten(1).pow(2).sum(1);
        var weight = Weight ?? 10;

        return Kind switch
        {
            "R1" or "R2" => weight / 2 * squares.mean(),

            // The root of zero has no slope: what is added keeps the sum finite and its slope as it is elsewhere.
            "GradientPenalty" or "Dragan" => weight * ((squares + 1e-12).sqrt() - 1).pow(2).mean(),
            _ => throw Unknown,
        };
    }

    private ArgumentOutOfRangeException Unknown =>
        new(nameof(Kind), Kind, "The oracle has no formula for this penalty.");
}
