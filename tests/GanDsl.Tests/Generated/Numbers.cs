using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>Inputs for networks: numbers in [-1, 1) without pattern, the same ones every time.</summary>
internal static class Numbers
{
    public static Tensor Of(params long[] shape)
    {
        var random = new Random(11);
        var count = (int)shape.Aggregate(1L, (a, b) => a * b);
        double[] numbers = [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
        return tensor(numbers, shape, ScalarType.Float64);
    }
}
