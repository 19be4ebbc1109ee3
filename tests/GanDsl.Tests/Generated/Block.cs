using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>Numbers in C order with their shape: what the layers written by hand compute on, without libtorch.</summary>
internal sealed record Block(double[] Numbers, params long[] Shape)
{
    public static Block Of(Tensor tensor) => new(Values.Of(tensor), tensor.shape);

    public static Block Zeros(params long[] shape) => new(new double[shape.Aggregate(1L, (a, b) => a * b)], shape);

    public double this[long a, long b]
    {
        get => Numbers[(a * Shape[1]) + b];
        set => Numbers[(a * Shape[1]) + b] = value;
    }

    public double this[long a, long b, long c, long d]
    {
        get => Numbers[Index(a, b, c, d)];
        set => Numbers[Index(a, b, c, d)] = value;
    }

    public Block Map(Func<double, double> function) => this with { Numbers = [.. Numbers.Select(function)] };

    public Block Reshape(params long[] shape)
    {
        Assert.Equal(Numbers.Length, shape.Aggregate(1L, (a, b) => a * b));
        return this with { Shape = shape };
    }

    public void AssertEqual(Block expected, string what)
    {
        Assert.Equal(expected.Shape, Shape);
        Values.AssertRelative(expected.Numbers, Numbers, 1e-12, what);
    }

    private long Index(long a, long b, long c, long d) => (((((a * Shape[1]) + b) * Shape[2]) + c) * Shape[3]) + d;
}
