using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Layers;

/// <summary>What the emitted classes say of parameters and multiply-adds is what the engine counts.</summary>
public sealed class CountTests : IDisposable
{
    private readonly DoublePrecision precision = new();
    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<string> Cases => [.. LayerCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Counts_are_the_engine_s_own(string name)
    {
        using var layer = new LayerCase(name);
        var counted = 0L;
        var called = new HashSet<nn.Module>();
        foreach (var module in layer.Network.modules().OfType<nn.Module<Tensor, Tensor>>())
        {
            _ = module.register_forward_hook(
                (each, from, to) =>
                {
                    called.Add(each);
                    counted += Uses(each, from, to);
                    return to;
                }
            );
        }

        layer.Network.call(layer.Input).Dispose();

        // Applied by its function instead of its module: the first layer, then, whose weight meets the network's input.
        foreach (var transposed in layer.Network.modules().OfType<ConvolutionTranspose>())
        {
            counted += called.Contains(transposed)
                ? 0
                : transposed.weight.numel() * layer.Input.numel() / transposed.in_channels;
        }

        Assert.Equal(
            layer.Network.parameters().Sum(parameter => parameter.numel()),
            LayerCase.ConstantOf(name, "ParameterCount")
        );
        Assert.Equal(counted / layer.Input.shape[0], LayerCase.ConstantOf(name, "MultiplyAdds"));
    }

    public void Dispose()
    {
        scope.Dispose();
        precision.Dispose();
    }

    /// <summary>Each weight counts as often as it is used; attention has two products beside those of its convolutions.</summary>
    private static long Uses(nn.Module module, Tensor input, Tensor output)
    {
        var weight = module.named_parameters(false).FirstOrDefault(each => each.name is "weight" or "T").parameter;
        return module switch
        {
            Linear => weight!.numel() * output.numel() / output.shape[^1],
            Conv1d or Conv2d or Conv3d => weight!.numel() * output.numel() / output.shape[1],
            ConvTranspose1d or ConvTranspose2d or ConvTranspose3d => weight!.numel() * input.numel() / input.shape[1],
            GanDsl.Modules.MinibatchDiscrimination => weight!.numel() * input.shape[0],
            GanDsl.Modules.SelfAttention attention => Products(attention, input),
            _ => 0,
        };
    }

    /// <summary>Every position meets every other one once in each channel of f and g, and once in each of h.</summary>
    private static long Products(nn.Module attention, Tensor input)
    {
        var positions = input.shape[2..].Aggregate(1L, (product, size) => product * size);
        var keys = attention.get_parameter("f.weight")!.shape[0];
        return input.shape[0] * positions * positions * (keys + input.shape[1]);
    }
}
