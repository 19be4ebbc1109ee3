using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.LinearLayers;

/// <summary>One linear layer: its sizes, and seeded tensors that fit it.</summary>
/// <param name="Rows">All sizes of the input but the last.</param>
/// <param name="Inputs">The last size of the input.</param>
/// <param name="Outputs">The last size of the output.</param>
/// <param name="HasBias">Whether something is added.</param>
internal sealed record LinearCase(long[] Rows, long Inputs, long Outputs, bool HasBias = true)
{
    /// <summary>One with a matrix as input.</summary>
    public LinearCase(long rows, long inputs, long outputs, bool hasBias = true)
        : this([rows], inputs, outputs, hasBias) { }

    public long[] OutputShape => [.. Rows, Outputs];

    /// <summary>Every combination of these sizes, each with and without a bias.</summary>
    public static IEnumerable<LinearCase> Grid() =>
        from rows in new long[] { 1, 2, 5, 64, 257 }
        from inputs in new long[] { 1, 2, 3, 16, 17, 100 }
        from outputs in new long[] { 1, 2, 3, 16, 17, 100 }
        from hasBias in new[] { false, true }
        select new LinearCase(rows, inputs, outputs, hasBias);

    /// <summary>Input, weight and, where there is one, bias; values that 32 bits hold.</summary>
    public Tensor[] Draw(int seed)
    {
        using var generator = new Generator((ulong)seed);
        Tensor[] drawn =
        [
            randn([.. Rows, Inputs], ScalarType.Float32, generator: generator),
            randn([Outputs, Inputs], ScalarType.Float32, generator: generator),
            .. HasBias ? [randn([Outputs], ScalarType.Float32, generator: generator)] : Array.Empty<Tensor>(),
        ];
        return drawn;
    }

    /// <summary>The same, as leaves of a graph.</summary>
    public Tensor[] DrawLeaves(int seed) => [.. Draw(seed).Select(tensor => tensor.requires_grad_())];

    /// <summary>A gradient of the output.</summary>
    public Tensor DrawUpstream(int seed)
    {
        using var generator = new Generator((ulong)seed + 1000);
        return randn(OutputShape, ScalarType.Float32, generator: generator);
    }

    /// <summary>The linear layer of an input, a weight and perhaps a bias.</summary>
    public static Tensor Call(params Tensor[] tensors) =>
        nn.functional.linear(tensors[0], tensors[1], tensors.ElementAtOrDefault(2));

    public override string ToString() =>
        $"[{string.Join(", ", Rows)}, {Inputs}] to [.., {Outputs}] {(HasBias ? "with" : "without")} bias";
}
