using GanDsl;
using TorchSharp;
using static TorchSharp.torch;

namespace Vanilla2014;

/// <summary>
/// The first weights of the published settings in place of PyTorch's. They matter here: a discriminator that starts almost silent
/// gives the generator time, while with PyTorch's larger weights it wins within an epoch, and plain gradient descent does not recover.
/// </summary>
public static class PublishedWeights
{
    private const double GeneratorRange = 0.05;
    private const double DiscriminatorRange = 0.005;

    // So many images have nearly the mean of all of them.
    private const int ImagesOfMean = 10_000;

    /// <summary>Sets the weights of both networks, before training.</summary>
    public static void Set(VanillaGan gan, Dataset digits)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        SetUniform(gan.G, GeneratorRange);
        SetUniform(gan.D, DiscriminatorRange);
        // The untrained generator then draws the mean of all digits, black where they are, instead of grey noise.
        gan.G.get_parameter("pixels.bias")!.copy_(MeanImage(digits).logit(1e-6));
    }

    private static void SetUniform(nn.Module network, double range)
    {
        foreach (var (name, parameter) in network.named_parameters())
        {
            if (name.EndsWith("bias", StringComparison.Ordinal))
            {
                nn.init.zeros_(parameter);
            }
            else
            {
                nn.init.uniform_(parameter, -range, range);
            }
        }
    }

    private static Tensor MeanImage(Dataset digits)
    {
        var images = digits.Read([.. Enumerable.Range(0, Math.Min(digits.Count, ImagesOfMean))]);
        return images.mean([0]).reshape(-1);
    }
}
