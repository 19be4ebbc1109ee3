using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>Beside the layers: what it takes goes on unchanged. What it adds to the losses is finite wherever it is accepted.</summary>
internal sealed record FuzzedAuxiliaryClassifier(double? Weight, int Classes) : FuzzedLabelLayer(Classes)
{
    public override int? Rank => 1;

    public override IReadOnlyList<string> NormalizedWeights => ["weight"];

    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedAuxiliaryClassifier(random.Optional(0.5, () => random.DoubleArgument(1, 0.1)), random.Classes);

    public override string? ContractRefusal(long[] input) =>
        Weight is { } weight && !((float)weight > 0 && weight <= float.MaxValue) ? Contract.WeightIsPositive : null;

    public override long[]? Expect(long[] input) => input.Length == 1 ? input : null;

    public override IEnumerable<double[]> Holds(long[] input) =>
        input.Length == 1
            ?
            [
                [Classes, input[0]],
            ]
            : [];

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) =>
        shape.Length == 2
            ? nn.Linear(shape[1], Classes)
            : throw new ArgumentException($"A classifier takes features [N, C], not {shape.Length} dimensions.");

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        module!.call(x);
        return x;
    }

    protected override AttributeText Arguments(AttributeText text) => text.AddIfGiven(Weight);
}
