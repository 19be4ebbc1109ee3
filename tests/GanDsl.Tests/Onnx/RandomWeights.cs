using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Onnx;

/// <summary>Weights and statistics that are no special case.</summary>
internal static class RandomWeights
{
    private const int Passes = 3;

    /// <summary>
    /// Draws all parameters anew, then lets statistics and singular vectors follow by passes in training mode: nothing is at its default.
    /// </summary>
    public static void Give(IGan gan)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        manual_seed(11);
        foreach (var network in new[] { gan.Generator, gan.SampledGenerator, gan.Discriminator }.Distinct())
        {
            Draw(network);
        }

        var count = 6;
        var labels = arange(count).remainder(gan.ClassCount ?? 1).to(int64);
        long[] examples = [count, gan.ExampleShape[0] * gan.Packing, .. gan.ExampleShape.Skip(1)];
        for (var pass = 0; pass < Passes; pass++)
        {
            var latents = randn(count, gan.LatentDimensions);
            Train(gan.Generator, latents, labels);
            Train(gan.SampledGenerator, latents, labels);
            Train(gan.Discriminator, randn(examples), labels);
        }
    }

    private static void Draw(nn.Module network)
    {
        foreach (var parameter in network.parameters())
        {
            parameter.copy_(rand_like(parameter) * 2 - 1);
        }
    }

    private static void Train(nn.Module network, Tensor input, Tensor labels)
    {
        network.train();
        NetworkCall.Outputs(network, input, labels);
        network.eval();
    }
}
