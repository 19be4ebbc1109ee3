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

    /// <summary>The number at an index of any length.</summary>
    public double this[long[] index]
    {
        get => Numbers[Offset(index)];
        set => Numbers[Offset(index)] = value;
    }

    /// <summary>Every index in C order.</summary>
    public IEnumerable<long[]> Indices => IndicesOf(Shape);

    /// <summary>Every index of a shape in C order.</summary>
    public static IEnumerable<long[]> IndicesOf(long[] shape)
    {
        var count = shape.Aggregate(1L, (a, b) => a * b);
        for (var number = 0L; number < count; number++)
        {
            var index = new long[shape.Length];
            var rest = number;
            for (var axis = shape.Length - 1; axis >= 0; axis--)
            {
                (rest, index[axis]) = (rest / shape[axis], rest % shape[axis]);
            }

            yield return index;
        }
    }

    /// <summary>A block of a shape, number by number.</summary>
    public static Block Make(long[] shape, Func<long[], double> number) =>
        new([.. IndicesOf(shape).Select(number)], shape);

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

    private long Offset(long[] index)
    {
        Assert.Equal(Shape.Length, index.Length);
        var offset = 0L;
        for (var axis = 0; axis < index.Length; axis++)
        {
            Assert.InRange(index[axis], 0, Shape[axis] - 1);
            offset = (offset * Shape[axis]) + index[axis];
        }

        return offset;
    }

    private long Index(long a, long b, long c, long d) => (((((a * Shape[1]) + b) * Shape[2]) + c) * Shape[3]) + d;
}
