using TorchSharp;
using static GanDsl.LibTorch.Tests.Modules.Waves;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>The expected numbers of linear layers and tables are those of PyTorch 1.13 for the same input and parameters.</summary>
public class LayerTests
{
    [Fact]
    public void Linear_is_an_affine_map()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.Linear(3, 2));
        AssertClose(
            [2, 2],
            [2.629241327737027, 0.6172022468531313, 0.4782806208583138, 1.8217077851009225],
            module.call(Wave([2, 3]))
        );
    }

    [Fact]
    public void Embedding_shortens_the_vectors_it_looks_up()
    {
        using var scope = NewDisposeScope();
        using var module = Filled(nn.Embedding(4, 2, max_norm: 0.9));
        var indices = tensor(new long[] { 0, 3, 1, 1 }).reshape(2, 2);
        AssertClose(
            [2, 2, 2],
            [
                0.29552020666133955,
                0.8414709848078965,
                -0.6677141822284673,
                -0.6034547604416761,
                0.7438390505962249,
                0.5066589896485563,
                0.7438390505962249,
                0.5066589896485563,
            ],
            module.call(indices)
        );
        AssertClose(
            [4, 2],
            [
                0.29552020666133955,
                0.8414709848078965,
                0.7438390505962249,
                0.5066589896485563,
                0.041580662433290935,
                -0.6118578909427189,
                -0.6677141822284673,
                -0.6034547604416761,
            ],
            module.weight!
        );
    }

    [Fact]
    public void Linear_without_bias_has_one_parameter()
    {
        using var module = nn.Linear(3, 2, hasBias: false);

        Assert.Null(module.bias);
        Assert.Equal(["weight"], module.named_parameters().Select(named => named.name));
    }

    [Fact]
    public void Linear_takes_given_weights()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Linear(nn.Parameter(Wave([4, 3])), nn.Parameter(Wave([4], start: 7)));

        Assert.Equal((3, 4), (module.in_features, module.out_features));
        AssertClose(
            [4],
            Wave([4, 3]).matmul(Wave([3])).add(Wave([4], start: 7)).data<double>().ToArray(),
            module.call(Wave([3]))
        );
    }

    [Fact]
    public void Embedding_does_not_train_the_padding_vector()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Embedding(3, 2, padding_idx: -1);

        module.call(tensor(new long[] { 0, 2, 2 })).sum().backward();

        AssertClose([1, 1, 0, 0, 0, 0], module.weight!.grad!);
    }

    [Fact]
    public void Embedding_of_a_given_table_is_frozen_unless_asked()
    {
        using var scope = NewDisposeScope();
        using var frozen = nn.Embedding_from_pretrained(ones(2, 3));
        using var trained = nn.Embedding_from_pretrained(ones(2, 3), freeze: false);

        Assert.False(frozen.weight!.requires_grad);
        Assert.True(trained.weight!.requires_grad);
    }

    [Fact]
    public void Dropout_zeroes_and_scales_in_training_only()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Dropout(0.25);
        manual_seed(3);
        var input = ones(4000);

        var trained = Floats(module.call(input));
        module.eval();
        var evaluated = Floats(module.call(input));

        Assert.All(trained, value => Assert.True(value == 0 || MathF.Abs(value - (1 / 0.75f)) < 1e-6f));
        // Four standard deviations of the binomial distribution around 1000 zeros.
        Assert.InRange(trained.Count(value => value == 0), 1000 - 110, 1000 + 110);
        Assert.All(evaluated, value => Assert.Equal(1, value));
    }

    [Fact]
    public void Activations_are_their_formulas()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[] { -2, -0.5, 0, 3 });

        AssertClose([0, 0, 0, 3], nn.ReLU().call(x));
        AssertClose([-0.02, -0.005, 0, 3], nn.LeakyReLU().call(x));
        AssertClose([-0.4, -0.1, 0, 3], nn.LeakyReLU(0.2).call(x));
        AssertClose([Math.Tanh(-2), Math.Tanh(-0.5), 0, Math.Tanh(3)], nn.Tanh().call(x));
        AssertClose([.. new[] { -2, -0.5, 0, 3 }.Select(v => 1 / (1 + Math.Exp(-v)))], nn.Sigmoid().call(x));
    }

    [Fact]
    public void Activations_in_place_overwrite_their_input()
    {
        using var scope = NewDisposeScope();
        foreach (
            var module in new nn.Module<Tensor, Tensor>[]
            {
                nn.ReLU(true),
                nn.LeakyReLU(0.2, true),
                nn.Tanh(true),
                nn.Sigmoid(true),
            }
        )
        {
            var x = tensor(new double[] { -2, 3 });
            var expected = module.call(x.clone());
            var result = module.call(x);
            Assert.True(x.Equals(expected));
            Assert.True(result.Equals(expected));
        }
    }

    [Fact]
    public void Flatten_keeps_the_batch()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2, 12], nn.Flatten().call(zeros(2, 3, 2, 2)).shape);
        Assert.Equal([6, 2, 2], nn.Flatten(0, 1).call(zeros(2, 3, 2, 2)).shape);
    }
}
