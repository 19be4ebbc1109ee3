using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>
/// The numbers of minibatches that batch normalisations have seen (PyTorch: <c>num_batches_tracked</c>). Those of a training step are counted
/// together at its end: an operation for each layer and pass would cost a GPU more time than they are worth.
/// </summary>
internal sealed class MinibatchCounts
{
    [ThreadStatic]
    private static MinibatchCounts? ofStep;

    /// <summary>How often each has passed in this step.</summary>
    private readonly Dictionary<Tensor, int> passes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Counts a minibatch of a layer: now, or in a training step with all others at its end.</summary>
    public static void Add(Tensor count)
    {
        if (ofStep is null)
        {
            count.PlusOne_();
            return;
        }

        ofStep.passes[count] = ofStep.passes.GetValueOrDefault(count) + 1;
    }

    /// <summary>Takes a training step and counts its minibatches; none of them where it throws.</summary>
    public static Tensor OfStep(Func<Tensor> step)
    {
        var counts = new MinibatchCounts();
        var outer = ofStep;
        ofStep = counts;
        try
        {
            var measured = step();
            counts.Write();
            return measured;
        }
        finally
        {
            ofStep = outer;
        }
    }

    private void Write()
    {
        using var noGradients = no_grad();
        foreach (var alike in passes.GroupBy(each => each.Value, each => each.Key))
        {
            TensorArithmetic.AddToAll_([.. alike], alike.Key);
        }
    }
}
