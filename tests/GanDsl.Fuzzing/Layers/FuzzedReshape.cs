using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedReshape(params int[] Target) : FuzzedLayer
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var sizes = random
            .Factors((long)Sizes.Product(input), random.Pick(1, 2, 2, 3, 3, 3, 3, 4, 5))
            .Select(size => (int)size)
            .ToArray();
        if (random.Chance(0.3))
        {
            sizes[random.Int(0, sizes.Length - 1)] = -1;
        }

        if (random.IsWild())
        {
            var at = random.Int(0, sizes.Length - 1);
            sizes[at] = random.Pick(sizes[at] - 1, sizes[at] + 1, 0, -1, -2, 2 * sizes[at], int.MaxValue, int.MinValue);
        }

        return new FuzzedReshape(random.IsWild() && random.Chance(0.2) ? [] : sizes);
    }

    public override string? ContractRefusal(long[] input) => Target.Length == 0 ? Contract.ExampleHasDimensions : null;

    public override long[]? Expect(long[] input)
    {
        var known = Target.Where(size => size != -1).Aggregate(1.0, (product, size) => product * size);
        var free = Target.Count(size => size == -1);
        var inferred = Sizes.Product(input) / known;
        return
            Target.Length == 0
            || free > 1
            || inferred < 1
            || inferred != Math.Floor(inferred)
            || (free == 0 && inferred != 1)
            ? null
            : [.. Target.Select(size => size == -1 ? (long)inferred : size)];
    }

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        x.reshape([x.shape[0], .. Target.Select(size => (long)size)]);

    protected override AttributeText Arguments(AttributeText text) => text.Add(Target);

    public bool Equals(FuzzedReshape? other) => other is not null && Target.SequenceEqual(other.Target);

    public override int GetHashCode() => Target.Length;
}
