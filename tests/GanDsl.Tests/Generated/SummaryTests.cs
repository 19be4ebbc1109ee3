using GanDsl.Tests.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>What the generated types say of themselves is what TorchSharp counts.</summary>
public class SummaryTests
{
    [Fact]
    public void Totals_are_those_of_TorchSharp()
    {
        using var images = new ConvolutionLayersGan();
        using var vectors = new VectorLayersGan();
        using var digits = new ConvolutionGan();

        AssertCounts(
            images.G,
            randn(2, 12),
            ConvolutionLayersGan.Generator.ParameterCount,
            ConvolutionLayersGan.Generator.MultiplyAdds
        );
        AssertCounts(
            images.D,
            randn(2, 3, 8, 10),
            ConvolutionLayersGan.Discriminator.ParameterCount,
            ConvolutionLayersGan.Discriminator.MultiplyAdds
        );
        AssertCounts(
            vectors.G,
            randn(2, 4),
            VectorLayersGan.Generator.ParameterCount,
            VectorLayersGan.Generator.MultiplyAdds
        );
        AssertCounts(
            vectors.D,
            randn(2, 2, 6),
            VectorLayersGan.Discriminator.ParameterCount,
            VectorLayersGan.Discriminator.MultiplyAdds
        );
        AssertCounts(
            digits.G,
            randn(2, 5),
            ConvolutionGan.Generator.ParameterCount,
            ConvolutionGan.Generator.MultiplyAdds
        );
    }

    [Fact]
    public void A_gan_prints_its_networks()
    {
        using var gan = new ConvolutionGan();

        Assert.Equal(
            """
            GanDsl.Tests.Models.ConvolutionGan: GanLoss.NonSaturating, GanUpdate.Alternating
            Generator: latents [N, 5] to images [N, 1, 8, 8]
              layer            output        parameters  multiply-adds
              latents          [N, 5]
              Linear           [N, 32]              192            160
              BatchNorm        [N, 32]               64              0
              ReLU             [N, 32]                0              0
              Reshape          [N, 8, 2, 2]           0              0
              ConvTranspose2d  [N, 4, 4, 4]         516          2,048
              BatchNorm        [N, 4, 4, 4]           8              0
              ReLU             [N, 4, 4, 4]           0              0
              ConvTranspose2d  [N, 1, 8, 8]          65          1,024
              Tanh             [N, 1, 8, 8]           0              0
              total                                 845          3,232
            Discriminator: images [N, 1, 8, 8] to one logit each
              layer      output        parameters  multiply-adds
              images     [N, 1, 8, 8]
              Conv2d     [N, 4, 4, 4]          68          1,024
              LeakyReLU  [N, 4, 4, 4]           0              0
              Dropout    [N, 4, 4, 4]           0              0
              Conv2d     [N, 6, 2, 2]         222            864
              BatchNorm  [N, 6, 2, 2]          12              0
              LeakyReLU  [N, 6, 2, 2]           0              0
              Flatten    [N, 24]                0              0
              Linear     [N, 1]                25             24
              total                           327          1,912
            """,
            gan.ToString()
        );
    }

    /// <summary>Counts each weight as often as it is used: once per output position, or per input position when transposed.</summary>
    private static void AssertCounts(
        nn.Module<Tensor, Tensor> network,
        Tensor input,
        long parameters,
        long multiplyAdds
    )
    {
        var counted = 0L;
        foreach (var (_, child) in network.named_children())
        {
            _ = ((nn.Module<Tensor, Tensor>)child).register_forward_hook(
                (module, from, to) =>
                {
                    counted += Uses(module, from, to);
                    return to;
                }
            );
        }

        network.call(input).Dispose();

        Assert.Equal(network.parameters().Sum(parameter => parameter.numel()), parameters);
        Assert.Equal(counted / input.shape[0], multiplyAdds);
    }

    private static long Uses(nn.Module module, Tensor input, Tensor output) =>
        module switch
        {
            Linear linear => linear.weight.numel() * output.numel() / output.shape[^1],
            Conv2d convolution => convolution.weight.numel() * output.numel() / output.shape[1],
            ConvTranspose2d transposed => transposed.weight.numel() * input.numel() / input.shape[1],
            _ => 0,
        };
}
