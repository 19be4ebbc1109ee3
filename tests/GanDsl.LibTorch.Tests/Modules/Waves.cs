using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>Tensors and parameters that a line of Python makes as well, and the comparison with what PyTorch made of them.</summary>
internal static class Waves
{
    /// <summary>sin(0.7 (i + start) + 0.3) for i = 0, 1, 2 and so on, in 64 bits.</summary>
    public static Tensor Wave(long[] shape, int start = 0)
    {
        var values = new double[shape.Aggregate(1L, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Sin((0.7 * (i + start)) + 0.3);
        }

        return torch.tensor(values, dtype: ScalarType.Float64).reshape(shape);
    }

    /// <summary>Converts a module to 64 bits and fills its k-th parameter with the wave that starts at 10 k.</summary>
    public static T Filled<T>(T module)
        where T : nn.Module
    {
        module.to(ScalarType.Float64);
        using var noGradients = no_grad();
        var start = 0;
        foreach (var parameter in module.parameters())
        {
            parameter.copy_(Wave(parameter.shape, start));
            start += 10;
        }

        return module;
    }

    public static void AssertClose(long[] shape, double[] expected, Tensor actual, double tolerance = 1e-12)
    {
        Assert.Equal(shape, actual.shape);
        AssertClose(expected, actual, tolerance);
    }

    public static void AssertClose(double[] expected, Tensor actual, double tolerance = 1e-12)
    {
        var found = actual.detach().to(ScalarType.Float64).reshape(-1).data<double>().ToArray();
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < found.Length; i++)
        {
            Assert.InRange(found[i], expected[i] - tolerance, expected[i] + tolerance);
        }
    }

    public static float[] Floats(Tensor tensor) => tensor.detach().reshape(-1).data<float>().ToArray();
}
