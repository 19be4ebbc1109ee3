using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

/// <summary>The parameters and running statistics of networks.</summary>
internal static class Weights
{
    /// <summary>Copies them to a network of the same layers under other names.</summary>
    public static void Copy(nn.Module from, nn.Module to)
    {
        using var noGradients = no_grad();
        foreach (var (_, source, target) in Pairs(from, to))
        {
            target.copy_(source);
        }
    }

    /// <summary>Asserts that two networks of the same layers have the same, relative to the largest value of each tensor.</summary>
    public static void AssertEqual(nn.Module expected, nn.Module actual, double tolerance)
    {
        foreach (var (name, one, other) in Pairs(actual, expected))
        {
            Values.AssertRelative(Values.Of(other), Values.Of(one), tolerance, name);
        }
    }

    /// <summary>The values of every parameter and running statistic, by name.</summary>
    public static Dictionary<string, double[]> Snapshot(nn.Module network) =>
        network.state_dict().ToDictionary(entry => entry.Key, entry => Values.Of(entry.Value));

    /// <summary>The values of every parameter, one after the other.</summary>
    public static double[] Parameters(nn.Module network) => [.. network.parameters().SelectMany(Values.Of)];

    /// <summary>The values of every parameter's gradient, one after the other.</summary>
    public static double[] Gradients(nn.Module network)
    {
        using var scope = NewDisposeScope();
        return [.. network.parameters().SelectMany(parameter => Values.Of(parameter.grad!))];
    }

    private static IEnumerable<(string Name, Tensor First, Tensor Second)> Pairs(nn.Module first, nn.Module second)
    {
        var one = first.state_dict();
        var other = second.state_dict();
        Assert.Equal(one.Values.Select(tensor => tensor.shape), other.Values.Select(tensor => tensor.shape));
        return one.Zip(other, (a, b) => (a.Key, a.Value, b.Value));
    }
}
