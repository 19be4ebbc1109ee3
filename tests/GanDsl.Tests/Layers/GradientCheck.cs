using GanDsl.Tests.Generated;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Layers;

/// <summary>
/// Compares the gradient that a network computes with how its output changes: along single coordinates and along random directions of its
/// input and of each of its parameters.
/// </summary>
internal static class GradientCheck
{
    private const double Step = 1e-6;
    private const double Tolerance = 1e-6;
    private const int Coordinates = 12;
    private const int Directions = 3;

    /// <summary>Asserts that the gradients are right, and that none of them is zero: each value is there to matter.</summary>
    public static void Run(nn.Module<Tensor, Tensor> network, Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input.detach().clone().requires_grad_(true);
        var places = network.named_parameters().Select(each => (each.name, Tensor: (Tensor)each.parameter)).ToList();
        places.Add(("the input", x));

        var gradients = GradientsOf(network, x, [.. places.Select(place => place.Tensor)]);
        for (var index = 0; index < places.Count; index++)
        {
            Compare(places[index].name, places[index].Tensor, gradients[index], () => Single(network, x));
        }
    }

    private static void Compare(string name, Tensor place, double[] gradient, Func<double> value)
    {
        var scale = gradient.Max(Math.Abs);
        Assert.True(scale > 1e-5, $"The gradient of {name} is zero.");
        foreach (var direction in DirectionsOf(gradient.Length))
        {
            var expected = Slope(place, direction, value);
            var found = direction.Zip(gradient, (a, b) => a * b).Sum();
            Assert.True(
                Math.Abs(expected - found) <= Tolerance * (1 + (scale * direction.Sum(Math.Abs))),
                $"The output changes by {expected:R} along a direction of {name}, but its gradient says {found:R}."
            );
        }
    }

    /// <summary>The slope along a direction, from both sides.</summary>
    private static double Slope(Tensor place, double[] direction, Func<double> value)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        var (before, move) = (place.clone(), tensor(direction, place.shape, ScalarType.Float64) * Step);
        place.copy_(before + move);
        var above = value();
        place.copy_(before - move);
        var below = value();
        place.copy_(before);
        return (above - below) / (2 * Step);
    }

    private static IEnumerable<double[]> DirectionsOf(int count)
    {
        var random = new Random(3);
        for (var number = 0; number < Coordinates; number++)
        {
            var unit = new double[count];
            unit[random.Next(count)] = 1;
            yield return unit;
        }

        for (var number = 0; number < Directions; number++)
        {
            yield return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
        }
    }

    private static double[][] GradientsOf(nn.Module<Tensor, Tensor> network, Tensor x, Tensor[] places)
    {
        network.zero_grad();
        autograd.backward([Value(network, x)]);
        return [.. places.Select(place => place.grad is { } grad ? Values.Of(grad) : new double[place.numel()])];
    }

    private static double Single(nn.Module<Tensor, Tensor> network, Tensor x)
    {
        using var scope = NewDisposeScope();
        return Values.Single(Value(network, x));
    }

    /// <summary>The outputs, each weighted otherwise: a sum alone is the same for any input of a batch normalisation.</summary>
    private static Tensor Value(nn.Module<Tensor, Tensor> network, Tensor x)
    {
        manual_seed(9);
        var output = network.call(x);
        return (output * Numbers.Of(output.shape)).sum();
    }
}
