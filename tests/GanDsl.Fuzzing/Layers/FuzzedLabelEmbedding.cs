using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedLabelEmbedding(int Dimensions, int Classes) : FuzzedLabelLayer(Classes)
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedLabelEmbedding(random.IntArgument(1, 3), random.Classes);

    public override IReadOnlyList<string> NormalizedWeights => ["weight"];

    public override bool HoldsNorms => true;

    public override string? ContractRefusal(long[] input) => Dimensions == 0 ? Contract.EmptyTensor : null;

    public override long[]? Expect(long[] input) =>
        input.Length > 0 && Dimensions > 0 ? [input[0] + Dimensions, .. input[1..]] : null;

    public override IEnumerable<double[]> Holds(long[] input) =>
        [
            [Classes, Dimensions],
        ];

    public override nn.Module<Tensor, Tensor>? Create(long[] shape) => new LabelVectors(randn(Classes, Dimensions));

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        var planes = zeros([x.shape[0], Dimensions, .. x.shape[2..]]);
        long[] ones = [.. Enumerable.Repeat(1L, x.shape.Length - 2)];
        return cat([x, planes + module!.call(LabelsOf(x)).reshape([x.shape[0], Dimensions, .. ones])], 1);
    }

    protected override AttributeText Arguments(AttributeText text) => text.Add(Dimensions);
}
