using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>Karras et al. 2018, example by example.</summary>
internal sealed record FuzzedMinibatchStdDev(int? GroupSize) : FuzzedLayer
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedMinibatchStdDev(random.Optional(0.6, () => random.IntArgument(1, 4)));

    public override long[]? Expect(long[] input) => GroupSize < 1 ? null : [input[0] + 1, .. input[1..]];

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        if (GroupSize < 1)
        {
            throw new ArgumentException("A group has an example.");
        }

        var n = (int)x.shape[0];
        var size = Math.Min(GroupSize ?? 4, n);
        var step = n % size == 0 ? n / size : 1;
        var examples = Enumerable
            .Range(0, n)
            .Select(example =>
            {
                var group = x.slice(0, example % step, n, step);
                var variance = (group - group.mean([0], keepdim: true)).pow(2).mean([0]);
                var deviation = (variance + 1e-8).sqrt().mean();
                return cat([x[example], deviation.expand([1, .. x.shape.Skip(2)])], 0);
            });
        return stack(examples, 0);
    }

    protected override AttributeText Arguments(AttributeText text) => GroupSize is { } size ? text.Add([size]) : text;
}
