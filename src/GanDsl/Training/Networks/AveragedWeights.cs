using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// An exponential moving average of a network's parameters and of the running means and variances of its normalisations, in a second network
/// of the same layers. All other buffers are copied (as by PyTorch's <c>AveragedModel</c>): counts, and the singular vectors of spectral
/// normalisation, whose average would be no unit vectors. A step is one call for each of the two and each type of numbers.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AveragedWeights
{
    private readonly double decay;
    private readonly double warmup;
    private readonly (Tensor[] Into, Tensor[] From)[] averaged;
    private readonly (Tensor[] Into, Tensor[] From)[] copied;

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

        // A module under two names has its weights under both; they are averaged once.
        var means = average.state_dict();
        var pairs = network
            .state_dict()
            .Select(weight => (Mean: means[weight.Key], weight.Value, IsAveraged: IsAveraged(weight.Key, weight.Value)))
            .DistinctBy(pair => pair.Mean.Handle)
            .ToLookup(pair => pair.IsAveraged, pair => (pair.Mean, pair.Value));
        averaged = ByType(pairs[true].Select(pair => (pair.Mean, pair.Value)));
        copied = ByType(pairs[false].Select(pair => (pair.Mean, pair.Value)));

        using var noGradients = no_grad();
        foreach (var (mean, value) in pairs.SelectMany(pair => pair))
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
        foreach (var (averages, weights) in averaged)
        {
            Script.Unit.invoke("average", averages, weights, share);
        }

        foreach (var (copies, buffers) in copied)
        {
            Script.Unit.invoke("copy", copies, buffers);
        }

        GC.KeepAlive(share);
    }

    /// <summary>The tensors that one call takes: libtorch goes through them one by one where their types differ.</summary>
    internal IEnumerable<IReadOnlyList<Tensor>> Lists =>
        averaged.Concat(copied).SelectMany(lists => new[] { lists.Into, lists.From });

    private static (Tensor[] Into, Tensor[] From)[] ByType(IEnumerable<(Tensor Into, Tensor From)> pairs) =>
        [
            .. pairs
                .GroupBy(pair => pair.From.dtype)
                .Select(ofType =>
                    (ofType.Select(pair => pair.Into).ToArray(), ofType.Select(pair => pair.From).ToArray())
                ),
        ];

    private static bool IsAveraged(string name, Tensor weight) =>
        weight is TorchSharp.Modules.Parameter
        || (weight.is_floating_point() && name.Split('.')[^1] is "running_mean" or "running_var");

    internal double DecayAfter(long steps) => warmup == 0 ? decay : Math.Min(decay, steps / (steps + warmup));

    /// <summary>libtorch averages all tensors of one type in one call, which TorchSharp does not offer.</summary>
    private static class Script
    {
        public static readonly jit.CompilationUnit Unit = jit.compile(
            """
            def average(averages: List[Tensor], weights: List[Tensor], share: float):
              torch._foreach_lerp_(averages, weights, share)

            def copy(copies: List[Tensor], buffers: List[Tensor]):
              torch._foreach_copy_(copies, buffers)

            """
        );
    }
}
