using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedProjection(int Classes) : FuzzedLabelLayer(Classes)
{
    public override int? Rank => 1;

    public override IReadOnlyList<string> NormalizedWeights => ["0.weight", "1.weight"];

    public override bool HoldsNorms => true;

    public static FuzzedLayer Draw(FuzzRandom random, long[] input) => new FuzzedProjection(random.Classes);

    public override long[]? Expect(long[] input) => input.Length == 1 ? [1] : null;

    public override IEnumerable<double[]> Holds(long[] input) =>
        input.Length == 1
            ?
            [
                [Classes, input[0]],
            ]
            : [];

    public override nn.Module<Tensor, Tensor>? Create(long[] shape)
    {
        if (shape.Length != 2)
        {
            throw new ArgumentException($"A projection takes features [N, C], not {shape.Length} dimensions.");
        }

        // The vectors of the labels start as the weight of a linear layer does.
        var vectors = nn.Linear(shape[1], Classes).weight!;
        return nn.Sequential(nn.Linear(shape[1], 1), new LabelVectors(vectors.detach()));
    }

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        var parts = module!.children().Cast<nn.Module<Tensor, Tensor>>().ToList();
        var vectors = parts[1].call(LabelsOf(x));
        return parts[0].call(x) + (vectors * x).sum(1).unsqueeze(1);
    }

    protected override AttributeText Arguments(AttributeText text) => text;
}
