using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Normalization;

/// <summary>One batch normalisation: the sizes of its maps, and seeded tensors that fit them.</summary>
/// <param name="Shape">[N, C, …].</param>
internal sealed record BatchNormCase(params long[] Shape)
{
    public long Channels => Shape[1];

    /// <summary>Rows below and above the length of a vector, and whole and broken numbers of vectors.</summary>
    public static IEnumerable<BatchNormCase> Grid() =>
        from batch in new long[] { 1, 2, 5, 64 }
        from channels in new long[] { 1, 3, 17 }
        from size in new long[][]
        {
            [15],
            [16],
            [17],
            [49],
            [196],
            [3, 5],
            [4, 4],
            [1, 17],
            [7, 7],
            [14, 14],
            [1, 3, 5],
            [2, 2, 4],
            [17, 1, 1],
            [7, 1, 7],
            [4, 7, 7],
        }
        select new BatchNormCase([batch, channels, .. size]);

    /// <summary>A few of each kind.</summary>
    public static BatchNormCase[] Few => [new(2, 3, 15), new(5, 3, 7, 7), new(64, 17, 16), new(1, 1, 4, 7, 7)];

    /// <summary>Input, weight and bias; values that 32 bits hold.</summary>
    public Tensor[] Draw(int seed)
    {
        using var generator = new Generator((ulong)seed);
        return
        [
            (randn(Shape, ScalarType.Float32, generator: generator) * 1.5) + 0.5,
            randn([Channels], ScalarType.Float32, generator: generator),
            randn([Channels], ScalarType.Float32, generator: generator),
        ];
    }

    /// <summary>The same, as leaves of a graph.</summary>
    public Tensor[] DrawLeaves(int seed) => [.. Draw(seed).Select(tensor => tensor.requires_grad_())];

    /// <summary>A gradient of the output.</summary>
    public Tensor DrawUpstream(int seed)
    {
        using var generator = new Generator((ulong)seed + 1000);
        return randn(Shape, ScalarType.Float32, generator: generator);
    }

    /// <summary>A running mean and a running variance that are not those of a new layer.</summary>
    public Tensor[] Statistics(ScalarType type = ScalarType.Float32) =>
        [linspace(-1, 2, Channels).to(type), linspace(0.5, 3, Channels).to(type)];

    /// <summary>The normalisation of an input by its own statistics.</summary>
    public static Tensor Call(Tensor[] tensors, Tensor[]? statistics = null, double momentum = 0.1) =>
        nn.functional.batch_norm(
            tensors[0],
            statistics?[0],
            statistics?[1],
            tensors[1],
            tensors[2],
            training: true,
            momentum
        );

    public override string ToString() => $"[{string.Join(", ", Shape)}]";
}
