using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Tensors;

/// <summary>The numbers are those of PyTorch 1.13 on the CPU after <c>torch.manual_seed(7)</c>.</summary>
[Collection(nameof(Modules.GlobalState))]
public class RandomTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public RandomTests() => manual_seed(7);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Randn_draws_pytorchs_numbers() =>
        Equal([-0.1467950940f, 0.7861412764f, 0.9468216300f, -1.1143440008f, 1.6907901764f], randn(5));

    [Fact]
    public void Randn_draws_pytorchs_numbers_where_it_is_vectorised()
    {
        // From 16 elements on, PyTorch uses another algorithm.
        var drawn = randn(20).data<float>().ToArray();

        Assert.Equal([-0.8201345205f, 0.3956311643f, 0.8989084959f], drawn[..3], Close);
        Assert.Equal([-2.0564625263f, -0.3567225337f], drawn[^2..], Close);
    }

    [Fact]
    public void Randn_in_double_precision_draws_pytorchs_numbers() =>
        Assert.Equal(
            [-0.1467950974849952, 0.7861412987235358, 0.9468216090039564],
            randn(3, float64).data<double>().ToArray(),
            (expected, actual) => Math.Abs(expected - actual) < 1e-15
        );

    [Fact]
    public void Rand_draws_pytorchs_numbers() =>
        Equal([0.5349225402f, 0.1988031864f, 0.6592116952f, 0.6568902731f], rand(4));

    [Fact]
    public void Randint_draws_pytorchs_numbers() =>
        Assert.Equal([15L, 92, 21, 86, 83, 47, 87, 79], randint(0, 100, [8L]).data<long>().ToArray());

    [Fact]
    public void Randperm_draws_pytorchs_order() =>
        Assert.Equal([7L, 0, 3, 4, 1, 5, 2, 6], randperm(8).data<long>().ToArray());

    [Fact]
    public void Filling_draws_pytorchs_numbers()
    {
        Equal([1, 1, 0, 0, 0, 0, 1, 0], empty(8).bernoulli_(0.3));
        manual_seed(7);
        Equal([0.6746127009f, -1.0059840679f, 1.2960584164f, 1.2844513655f], empty(4).uniform_(-2, 3));
        manual_seed(7);
        Equal([0.9266024232f, 1.3930706978f, 1.4734108448f, 0.4428279996f], empty(4).normal_(1, 0.5));
    }

    [Fact]
    public void Dropout_drops_what_pytorch_drops() =>
        Equal([2, 2, 0, 0, 0, 0, 2, 0], nn.functional.dropout(ones(8), 0.5));

    [Fact]
    public void Multinomial_draws_pytorchs_indices() =>
        Assert.Equal(
            [1L, 1, 2, 2, 2, 2],
            multinomial(tensor(new[] { 0.1f, 0.2f, 0.7f }), 6, true).data<long>().ToArray()
        );

    [Fact]
    public void A_generator_of_its_own_draws_pytorchs_numbers_and_leaves_the_default_alone()
    {
        using var source = new Generator(3);

        Equal([0.8032760620f, 0.1748333871f, 0.0889780968f], randn(3, generator: source));
        Equal([-0.1467950940f], randn(1));
        Assert.Equal(3, source.initial_seed());
    }

    [Fact]
    public void A_state_can_be_kept_and_gone_back_to()
    {
        _ = randn(3);
        var state = get_rng_state();
        var first = randn(5);
        set_rng_state(state);
        var again = randn(5);

        Assert.True(first.Equals(again));
        Assert.Equal(7, initial_seed());
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        var first = randn(100);
        manual_seed(7);

        Assert.True(first.Equals(randn(100)));
    }

    [Fact]
    public void Like_functions_take_shape_and_type()
    {
        var template = zeros([2, 3], float64);

        Assert.Equal([2L, 3], randn_like(template).shape);
        Assert.Equal(ScalarType.Float64, rand_like(template).dtype);
        Assert.Equal(ScalarType.Float32, template.randn_like(float32).dtype);
    }

    [Fact]
    public void Normal_numbers_have_the_mean_and_deviation_asked_for()
    {
        var drawn = normal(3, 0.5, [20_000L]);

        Assert.Equal(3, drawn.mean().ToDouble(), 0.02);
        Assert.Equal(0.5, drawn.std().ToDouble(), 0.02);
    }

    [Fact]
    public void Drawing_floating_point_numbers_as_integers_is_refused() =>
        Assert.Throws<ArgumentException>(() => randn(3, int64));

    [Fact]
    public void A_disposed_generator_refuses_to_be_used()
    {
        var source = new Generator();
        source.Dispose();

        Assert.ThrowsAny<Exception>(() => randn(3, generator: source));
    }

    private static void Equal(float[] expected, Tensor actual) =>
        Assert.Equal(expected, actual.data<float>().ToArray(), Close);

    private static bool Close(float expected, float actual) => Math.Abs(expected - actual) < 1e-6f;
}
