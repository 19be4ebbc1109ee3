using GanDsl.Modules;
using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>Spectral normalisation against singular values, finite differences and layers written by hand.</summary>
public sealed class SpectralNormTests : IDisposable
{
    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    [Theory]
    [InlineData(0, new long[] { 5, 7 })]
    [InlineData(0, new long[] { 1, 6 })]
    [InlineData(0, new long[] { 4, 3, 3 })]
    [InlineData(0, new long[] { 4, 3, 3, 2 })]
    [InlineData(1, new long[] { 4, 3, 5 })]
    [InlineData(1, new long[] { 4, 3, 3, 2 })]
    [InlineData(1, new long[] { 2, 3, 2, 2, 2 })]
    public void Many_iterations_give_the_largest_singular_value(int outputDimension, long[] shape)
    {
        manual_seed(1);
        var weight = randn(shape, requires_grad: true);
        using var norm = new SpectralNorm(weight, outputDimension, powerIterations: 500);

        var matrix = MatrixByHand(Values.Of(weight), shape, outputDimension);

        Values.AssertRelative(LargestSingularValue(matrix), Values.Single(norm.call(weight)), 1e-9);
    }

    [Fact]
    public void The_first_value_is_close_already()
    {
        manual_seed(2);
        var weight = randn(20, 30);
        using var norm = new SpectralNorm(weight, 0);
        norm.eval();

        var largest = LargestSingularValue(MatrixByHand(Values.Of(weight), [20, 30], 0));

        Assert.InRange(Values.Single(norm.call(weight)), 0.9 * largest, largest * (1 + 1e-12));
    }

    [Fact]
    public void A_call_in_training_makes_the_iterations_that_are_declared_and_one_in_evaluation_none()
    {
        manual_seed(3);
        var weight = randn(4, 6);
        using var norm = new SpectralNorm(weight, 0, powerIterations: 2);
        var (_, v) = State(norm);
        var matrix = MatrixByHand(Values.Of(weight), [4, 6], 0);

        norm.call(weight);

        double[] u = [];
        for (var iteration = 0; iteration < 2; iteration++)
        {
            u = Normalized([.. matrix.Select(row => Dot(row, v))]);
            v = Normalized([
                .. Enumerable.Range(0, 6).Select(column => Dot([.. matrix.Select(row => row[column])], u)),
            ]);
        }

        var trained = State(norm);
        Values.AssertRelative(u, trained.U, 1e-12);
        Values.AssertRelative(v, trained.V, 1e-12);

        norm.eval();
        norm.call(weight * 2);
        Assert.Equal(trained.U, State(norm).U);
        Assert.Equal(trained.V, State(norm).V);
    }

    [Fact]
    public void Each_weight_that_is_linear_in_its_input_has_one()
    {
        using var gan = new StructureGan();

        Assert.Equal(
            [
                "conv1SpectralNorm._u",
                "conv1SpectralNorm._v",
                "convTranspose1SpectralNorm._u",
                "convTranspose1SpectralNorm._v",
                "linear1SpectralNorm._u",
                "linear1SpectralNorm._v",
                "maxout1SpectralNorm._u",
                "maxout1SpectralNorm._v",
                "refine1.linear1SpectralNorm._u",
                "refine1.linear1SpectralNorm._v",
                "wide.conv1SpectralNorm._u",
                "wide.conv1SpectralNorm._v",
                "wide.conv2SpectralNorm._u",
                "wide.conv2SpectralNorm._v",
                "wide.shortcut.conv1SpectralNorm._u",
                "wide.shortcut.conv1SpectralNorm._v",
            ],
            gan.D.named_buffers().Select(buffer => buffer.name).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(gan.G.named_buffers(), buffer => buffer.name.Contains("SpectralNorm"));
    }

    [Fact]
    public void The_layer_computes_with_its_weight_divided_and_nothing_else_changed()
    {
        using var gan = new StructureGan();
        gan.D.eval();
        var images = Numbers.Of(3, 2, 4, 4);
        var probe = new Probe(gan.D, images);

        var weight = Divided(probe, "conv1", [3, 18]);
        var x = ByHand.Conv2d(
            Block.Of(images),
            weight,
            probe.State("conv1.bias"),
            (1, 1),
            (1, 1, 1, 1),
            (1, 1),
            1,
            PaddingMode.Circular
        );

        probe.Gives("conv1", x);
    }

    [Fact]
    public void The_gradient_goes_through_the_norm()
    {
        using var gan = new StructureGan(new() { Seed = 4 });
        gan.D.eval();
        var images = Numbers.Of(2, 2, 4, 4);
        foreach (
            var name in new[]
            {
                "conv1.weight",
                "convTranspose1.weight",
                "wide.shortcut.conv1.weight",
                "linear1.weight",
            }
        )
        {
            var parameter = gan.D.get_parameter(name)!;
            gan.D.zero_grad();
            autograd.backward([gan.D.call(images).sum()]);
            var found = Values.Of(parameter.grad!);

            Values.AssertRelative(Differences(gan.D, images, parameter), found, 1e-6, name);
        }
    }

    [Fact]
    public void Two_passes_stand_in_one_graph()
    {
        using var gan = new StructureGan(new() { Seed = 5 });
        using var same = new StructureGan(new() { Seed = 5 });
        var (real, fake) = (Numbers.Of(2, 2, 4, 4), -Numbers.Of(2, 2, 4, 4));

        autograd.backward([gan.D.call(real).sum() - gan.D.call(fake).square().sum()]);

        // One after the other: each has its backward pass before the next changes the vectors.
        autograd.backward([same.D.call(real).sum()]);
        autograd.backward([-same.D.call(fake).square().sum()]);
        foreach (var (name, parameter) in gan.D.named_parameters())
        {
            Values.AssertRelative(
                Values.Of(same.D.get_parameter(name)!.grad!),
                Values.Of(parameter.grad!),
                1e-12,
                name
            );
        }
    }

    [Fact]
    public void The_vectors_are_saved_and_loaded()
    {
        using var one = new StructureGan(new() { Seed = 6 });
        using var other = new StructureGan(new() { Seed = 7 });
        var images = Numbers.Of(2, 2, 4, 4);
        one.D.call(images);

        other.D.load_state_dict(one.D.state_dict());
        one.D.eval();
        other.D.eval();

        Assert.Equal(Values.Of(one.D.call(images)), Values.Of(other.D.call(images)));
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }

    private static (double[] U, double[] V) State(SpectralNorm norm) =>
        (Values.Of(norm.get_buffer("_u")!), Values.Of(norm.get_buffer("_v")!));

    /// <summary>The weight over uᵀWv, for a weight whose first dimension counts outputs.</summary>
    private static Block Divided(Probe probe, string layer, long[] matrixShape)
    {
        var weight = probe.State($"{layer}.weight");
        var matrix = MatrixByHand(weight.Numbers, matrixShape, 0);
        var (u, v) = (probe.State($"{layer}SpectralNorm._u"), probe.State($"{layer}SpectralNorm._v"));
        var sigma = Dot(u.Numbers, [.. matrix.Select(row => Dot(row, v.Numbers))]);
        return weight.Map(value => value / sigma);
    }

    private static double[] Differences(nn.Module<Tensor, Tensor> network, Tensor images, Tensor parameter)
    {
        const double step = 1e-6;
        using var noGradients = no_grad();
        var flat = parameter.detach().view(-1);
        return
        [
            .. Enumerable
                .Range(0, (int)flat.shape[0])
                .Select(index => (ValueAt(index, step) - ValueAt(index, -step)) / (2 * step)),
        ];

        double ValueAt(int index, double shift)
        {
            var entry = flat.narrow(0, index, 1);
            var before = entry.clone();
            entry.add_(shift);
            var value = Values.Single(network.call(images).sum());
            entry.copy_(before);
            return value;
        }
    }

    /// <summary>One row for each output, the other dimensions in their order.</summary>
    private static double[][] MatrixByHand(double[] weight, long[] shape, int outputDimension)
    {
        var rows = new List<double>[shape[outputDimension]];
        var inner = shape.Skip(outputDimension + 1).Aggregate(1L, (product, size) => product * size);
        for (var index = 0; index < weight.Length; index++)
        {
            var row = index / inner % shape[outputDimension];
            (rows[row] ??= []).Add(weight[index]);
        }

        return [.. rows.Select(row => row.ToArray())];
    }

    /// <summary>By Jacobi's rotations of M·Mᵀ, whose largest eigenvalue is its square.</summary>
    private static double LargestSingularValue(double[][] matrix)
    {
        var n = matrix.Length;
        var a = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                a[i, j] = Dot(matrix[i], matrix[j]);
            }
        }

        for (var sweep = 0; sweep < 30; sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, p, q);
                }
            }
        }

        return Math.Sqrt(Enumerable.Range(0, n).Max(i => a[i, i]));
    }

    private static void Rotate(double[,] a, int p, int q)
    {
        var angle = 0.5 * Math.Atan2(2 * a[p, q], a[q, q] - a[p, p]);
        var (sin, cos) = Math.SinCos(angle);
        var n = a.GetLength(0);
        for (var k = 0; k < n; k++)
        {
            (a[k, p], a[k, q]) = ((cos * a[k, p]) - (sin * a[k, q]), (sin * a[k, p]) + (cos * a[k, q]));
        }

        for (var k = 0; k < n; k++)
        {
            (a[p, k], a[q, k]) = ((cos * a[p, k]) - (sin * a[q, k]), (sin * a[p, k]) + (cos * a[q, k]));
        }
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double[] Normalized(double[] vector)
    {
        var norm = Math.Sqrt(Dot(vector, vector));
        return [.. vector.Select(value => value / norm)];
    }
}
