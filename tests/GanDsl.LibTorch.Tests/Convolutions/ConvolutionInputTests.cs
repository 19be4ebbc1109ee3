using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Convolutions;

/// <summary>Views, inputs without a batch or without an element, and tensors that stay fixed.</summary>
public class ConvolutionInputTests
{
    /// <summary>Whether it is transposed, input channels and output channels.</summary>
    public static TheoryData<bool, long, long> Shapes =>
        new()
        {
            { false, 3, 17 },
            { false, 17, 3 },
            { true, 3, 17 },
            { true, 17, 3 },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Takes_views(bool isTransposed, long input, long output)
    {
        using var scope = NewDisposeScope();
        var one = ConvolutionCase.Uneven(isTransposed, input, output);
        var drawn = one.Draw(3);
        Func<Tensor, Tensor>[] views =
        [
            tensor => tensor.transpose(0, 1).contiguous().transpose(0, 1),
            tensor => tensor.transpose(2, 3).contiguous().transpose(2, 3),
            tensor => cat([tensor, tensor, tensor], 3).narrow(3, 1, tensor.shape[3]),
            tensor => tensor.narrow(1, 1, 1).expand(tensor.shape),
            tensor => tensor.narrow(2, 0, 1).narrow(3, 0, 1).expand(tensor.shape),
        ];
        foreach (var view in views)
        {
            Assert.False(view(drawn[0]).is_contiguous());
            Precision.Assert32(tensors => Results(view(tensors[0]), tensors[1], tensors), drawn, one.ToString());
            Precision.Assert32(tensors => Results(tensors[0], view(tensors[1]), tensors), drawn, one.ToString());
        }

        // The gradient of a sum is one number, expanded; that of a transposed output is strided.
        Tensor[] Results(Tensor x, Tensor weight, Tensor[] leaves)
        {
            var y = one.Call(x, weight, leaves[2]);
            return
            [
                y,
                .. autograd.grad([y.sum()], leaves, retain_graph: true),
                .. autograd.grad([y.transpose(2, 3).contiguous().pow(2).sum()], leaves),
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Records_only_where_gradients_are_on(bool isTransposed, long input, long output)
    {
        using var scope = NewDisposeScope();
        var one = ConvolutionCase.Uneven(isTransposed, input, output);
        var drawn = one.Draw(4);
        foreach (var tensor in drawn)
        {
            tensor.requires_grad = true;
        }

        var recorded = one.Call(drawn);
        using var off = no_grad();
        var plain = one.Call(drawn);

        Assert.True(recorded.requires_grad);
        Assert.False(plain.requires_grad);
        Assert.True(plain.Equals(recorded));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Takes_an_input_without_a_batch(bool isTransposed, long input, long output)
    {
        using var scope = NewDisposeScope();
        var one = ConvolutionCase.Uneven(isTransposed, input, output) with { Batch = 1 };
        var drawn = one.Draw(5);
        Precision.Assert32(
            tensors =>
            {
                var y = one.Call([tensors[0].squeeze(0), .. tensors[1..]]);
                Assert.Equal([output, .. one.OutputSize()], y.shape);
                return [y, .. autograd.grad([y.pow(2).sum()], tensors)];
            },
            drawn,
            one.ToString()
        );
        Assert.True(one.Call([drawn[0].squeeze(0), .. drawn[1..]]).allclose(one.Call(drawn).squeeze(0), atol: 1e-4));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Takes_a_batch_of_none(bool isTransposed, long input, long output)
    {
        using var scope = NewDisposeScope();
        var one = ConvolutionCase.Uneven(isTransposed, input, output) with { Batch = 0 };
        var drawn = one.Draw(6);
        foreach (var tensor in drawn)
        {
            tensor.requires_grad = true;
        }

        var y = one.Call(drawn);
        y.sum().backward();

        Assert.Equal([0, output, .. one.OutputSize()], y.shape);
        foreach (var tensor in drawn)
        {
            Assert.Equal(tensor.shape, tensor.grad!.shape);
            Assert.True(tensor.grad!.eq(0).all().item<bool>());
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_is_frozen_has_no_gradient_and_the_others_have_the_same(bool isTransposed, long input, long output)
    {
        using var scope = NewDisposeScope();
        var one = ConvolutionCase.Uneven(isTransposed, input, output);
        var all = Gradients(7);
        for (var trained = 0; trained < 7; trained++)
        {
            var some = Gradients(trained);
            for (var i = 0; i < 3; i++)
            {
                if ((trained & (1 << i)) == 0)
                {
                    Assert.Null(some[i]);
                }
                else
                {
                    // oneDNN may share work among the gradients, so rounding may differ.
                    Assert.True(some[i]!.allclose(all[i]!, rtol: 1e-4, atol: 1e-4));
                }
            }
        }

        Tensor?[] Gradients(int trained)
        {
            var drawn = one.Draw(8);
            for (var i = 0; i < 3; i++)
            {
                drawn[i].requires_grad = (trained & (1 << i)) != 0;
            }

            var y = one.Call(drawn);
            Assert.Equal(trained != 0, y.requires_grad);
            if (trained != 0)
            {
                y.pow(2).sum().backward();
            }

            return [.. drawn.Select(tensor => tensor.grad)];
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_saved_tensor_that_changed_is_noticed(bool isTransposed, long input, long output)
    {
        using var scope = NewDisposeScope();
        var one = ConvolutionCase.Uneven(isTransposed, input, output);
        foreach (var changed in new[] { 0, 1 })
        {
            var drawn = one.Draw(9);
            drawn[1 - changed].requires_grad = true;
            var y = one.Call(drawn);
            drawn[changed].mul_(2);

            Assert.Contains(
                "modified by an inplace operation",
                Assert.ThrowsAny<Exception>(() => y.sum().backward()).Message
            );
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sixteen_bits_are_those_of_the_same_numbers_in_32(bool isTransposed, long input, long output)
    {
        using var scope = NewDisposeScope();
        var one = ConvolutionCase.Uneven(isTransposed, input, output);
        var coarse = one.Draw(10).Select(tensor => tensor.to(ScalarType.BFloat16)).ToArray();
        var fine = coarse.Select(tensor => tensor.to(ScalarType.Float32)).ToArray();
        var scale = one.Call([.. fine.Select(tensor => tensor.abs())]);

        var found = one.Call(coarse);

        // Two roundings to 8 binary digits at most: the sum, and the sum with the bias.
        Assert.Equal(ScalarType.BFloat16, found.dtype);
        var excess = (found.to(ScalarType.Float32) - one.Call(fine)).abs() - (scale * Math.Pow(2, -7));
        Assert.True(excess.le(0).all().item<bool>());
    }
}
