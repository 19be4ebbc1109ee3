using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.TorchSharpFaults;

public sealed class InitializationTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public InitializationTests() => manual_seed(3);

    [Fact]
    public void A_truncated_normal_distribution_has_neither_its_mean_nor_its_deviation()
    {
        var weight = empty(200, 200, ScalarType.Float64);

        nn.init.trunc_normal_(weight, 1, 0.1, 0.8, 1.2);

        var mean = Values.Of(weight).Average();
        Mended.Unless(
            Math.Abs(mean - 1) > 0.1,
            "InitAttribute can emit init.trunc_normal_, without Initializers.TruncatedNormal."
        );
    }

    [Fact]
    public void Xaviers_normal_distribution_is_even()
    {
        var weight = empty(200, 200, ScalarType.Float64);

        nn.init.xavier_normal_(weight);

        // The reach of the uniform distribution of this deviation; of 40,000 normal values 8 % lie outside.
        var reach = Math.Sqrt(3 * 2.0 / 400);
        Mended.Unless(
            Values.Of(weight).All(value => Math.Abs(value) <= reach),
            "InitAttribute can emit init.xavier_normal_, without Initializers.XavierNormal."
        );
    }

    [Fact]
    public void An_orthogonal_matrix_has_the_digits_of_float32()
    {
        var weight = empty(30, 40, ScalarType.Float64);

        nn.init.orthogonal_(weight);

        var length = Values.Of(weight).Take(40).Sum(value => value * value);
        Mended.Unless(
            Math.Abs(length - 1) > 1e-11,
            "InitAttribute can emit init.orthogonal_, without Initializers.Orthogonal."
        );
    }

    public void Dispose() => scope.Dispose();
}
