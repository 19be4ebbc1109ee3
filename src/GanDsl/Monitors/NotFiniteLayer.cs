using System.Globalization;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Finds the first layer of a GAN that holds or makes a value that is not finite.</summary>
internal static class NotFiniteLayer
{
    private const int Examples = 16;

    /// <summary>
    /// The first parameter, running statistic or state of an optimiser that is not finite, such as "the weight of conv2 of the discriminator";
    /// else null.
    /// </summary>
    public static string? InWeights(IGan gan) =>
        InWeights(gan.Generator, "generator")
        ?? InWeights(gan.Discriminator, "discriminator")
        ?? InOptimizer(gan.GeneratorOptimizer, gan.Generator, "generator")
        ?? InOptimizer(gan.DiscriminatorOptimizer, gan.Discriminator, "discriminator");

    /// <summary>
    /// The first layer whose output is not finite, for generated examples in evaluation mode, such as "the output of conv2 of the
    /// discriminator"; else null. Of the generator it is the one that learns, not its average. Weights, running statistics and random numbers
    /// stay as they are.
    /// </summary>
    public static string? InOutputs(IGan gan)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        using var random = new SeededRandomness(0, gan.Device);
        using var latents = MonitorLatents.Draw(gan, Examples * gan.Packing);
        return InOutputs(gan, gan.Generator, latents.Tensor, "generator", out var examples)
            ?? InOutputs(gan, gan.Discriminator, Packed(examples, gan.Packing), "discriminator", out _);
    }

    private static string? InOutputs(IGan gan, nn.Module network, Tensor input, string owner, out Tensor output)
    {
        // A module of the user's may draw random numbers.
        using var turn = RecordingGate.Pass();
        using var evaluation = new EvaluationMode(network);
        using var outputs = new OutputWatch(network);
        output = network switch
        {
            nn.Module<Tensor, Tensor> unconditional => unconditional.call(input),
            nn.Module<Tensor, Tensor, Tensor> conditional => conditional.call(
                input,
                ClassesInTurn(gan, input.shape[0])
            ),
            _ => throw new InvalidOperationException($"The {owner} takes neither one tensor nor a tensor and labels."),
        };
        return outputs.First is { } layer ? $"the output of {layer} of the {owner}"
            : FiniteValues.Are(output) ? null
            : $"the output of the {owner}";
    }

    private static Tensor Packed(Tensor examples, int packing)
    {
        var shape = examples.shape;
        return examples.reshape([shape[0] / packing, packing * shape[1], .. shape[2..]]);
    }

    /// <summary>The classes of examples, as <c>Sample</c> takes them where none are named.</summary>
    private static Tensor ClassesInTurn(IGan gan, long count) =>
        tensor(
            [.. SampleLabels.OrEachInTurn(null, (int)count, gan.ClassCount!.Value).Select(label => (long)label)],
            device: gan.Device
        );

    private static string? InWeights(nn.Module network, string owner)
    {
        var found = FiniteValues.FirstWithout(network.state_dict().Select(weight => (weight.Key, weight.Value)));
        return found is null ? null : PlaceOf(found, owner);
    }

    /// <summary>A gradient so large that its square is not finite leaves the weights as they are, but nothing learns any more.</summary>
    private static string? InOptimizer(Optimizer optimizer, nn.Module network, string owner)
    {
        if (FiniteValues.FirstWithout(optimizer.Kept()) is not { } found)
        {
            return null;
        }

        var (index, state) = (int.Parse(found.Split('.')[0], CultureInfo.InvariantCulture), found.Split('.')[1]);
        return $"what the optimiser keeps ({state}) for {PlaceOf(network.named_parameters().ElementAt(index).name, owner)}";
    }

    private static string PlaceOf(string name, string owner)
    {
        var end = name.LastIndexOf('.');
        return end < 0 ? $"{name} of the {owner}" : $"the {name[(end + 1)..]} of {name[..end]} of the {owner}";
    }
}
