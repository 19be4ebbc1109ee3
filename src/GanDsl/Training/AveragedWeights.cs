using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// An exponential moving average of a network's parameters and floating-point statistics, in a second network of the same layers; counts are
/// copied. All of it is one call a step.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AveragedWeights
{
    private readonly double decay;
    private readonly double warmup;
    private readonly Tensor[] averages;
    private readonly Tensor[] weights;
    private readonly Tensor[] copies;
    private readonly Tensor[] counts;

    /// <summary>Begins with the weights as they are.</summary>
    /// <param name="network">What is averaged, on its device.</param>
    /// <param name="average">Takes the average: a network of the same layers on the same device. It is set to evaluation and never learns.</param>
    /// <param name="decay">What a step leaves of the average, in [0, 1).</param>
    /// <param name="warmup">After t steps, the decay is at most t / (t + warmup), at least 0.</param>
    public AveragedWeights(nn.Module network, nn.Module average, double decay, double warmup = 0)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(average);
        (this.decay, this.warmup) = (decay, warmup);
        average.eval();
        foreach (var parameter in average.parameters())
        {
            parameter.requires_grad_(false);
        }

        var pairs = average
            .state_dict()
            .Values.Zip(network.state_dict().Values, (mean, value) => (Mean: mean, Value: value))
            .ToList();
        var averaged = pairs.Where(pair => pair.Value.is_floating_point()).ToList();
        var counted = pairs.Where(pair => !pair.Value.is_floating_point()).ToList();
        averages = [.. averaged.Select(pair => pair.Mean)];
        weights = [.. averaged.Select(pair => pair.Value)];
        copies = [.. counted.Select(pair => pair.Mean)];
        counts = [.. counted.Select(pair => pair.Value)];

        using var noGradients = no_grad();
        foreach (var (mean, value) in pairs)
        {
            mean.copy_(value);
        }
    }

    /// <summary>Takes the weights in.</summary>
    /// <param name="steps">The training steps before this one.</param>
    public void Update(long steps)
    {
        using var noGradients = no_grad();
        var share = Hyperparameter.NotNegative(1 - DecayAfter(steps), nameof(decay));
        Script.Unit.invoke("average", averages, weights, share, copies, counts);
        GC.KeepAlive(share);
    }

    internal double DecayAfter(long steps) => warmup == 0 ? decay : Math.Min(decay, steps / (steps + warmup));

    /// <summary>libtorch averages all tensors in one call, which TorchSharp does not offer.</summary>
    private static class Script
    {
        public static readonly jit.CompilationUnit Unit = jit.compile(
            """
            def average(averages: List[Tensor], weights: List[Tensor], share: float, copies: List[Tensor], counts: List[Tensor]):
              if len(averages) > 0:
                torch._foreach_lerp_(averages, weights, share)
              if len(copies) > 0:
                torch._foreach_copy_(copies, counts)

            """
        );
    }
}
