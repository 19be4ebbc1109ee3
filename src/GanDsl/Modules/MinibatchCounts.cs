using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>
/// The numbers of minibatches that the batch normalisations of a GAN have seen (PyTorch: <c>num_batches_tracked</c>). Those of a training step are
/// counted together at its end: an operation for each layer and pass would cost a GPU more time than they are worth.
/// </summary>
internal sealed class MinibatchCounts
{
    /// <summary>Those of the step that this thread takes.</summary>
    [ThreadStatic]
    private static MinibatchCounts? ofStep;

    /// <summary>How often a minibatch has passed through each layer in this step.</summary>
    private readonly Dictionary<BatchNormalization, int> passes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The counts of all layers of networks.</summary>
    public MinibatchCounts(params nn.Module[] networks)
    {
        IEnumerable<nn.Module> modules = [.. networks, .. networks.SelectMany(network => network.modules())];
        foreach (var layer in modules.OfType<BatchNormalization>())
        {
            passes[layer] = 0;
        }
    }

    /// <summary>Counts a minibatch of a layer that counts: at the end of the training step that its network takes, else now.</summary>
    public static void Add(BatchNormalization layer)
    {
        if (ofStep is { } step && step.passes.TryGetValue(layer, out var before))
        {
            step.passes[layer] = before + 1;
            return;
        }

        layer.num_batches_tracked!.PlusOne_();
    }

    /// <summary>Takes a training step of the networks and counts its minibatches; none of them where it throws.</summary>
    public Tensor OfStep(Func<Tensor> step)
    {
        var outer = ofStep;
        ofStep = this;
        try
        {
            var measured = step();
            Write();
            return measured;
        }
        finally
        {
            ofStep = outer;
            foreach (var layer in passes.Keys)
            {
                passes[layer] = 0;
            }
        }
    }

    private void Write()
    {
        using var noGradients = no_grad();
        foreach (var alike in passes.Where(layer => layer.Value > 0).GroupBy(layer => layer.Value, layer => layer.Key))
        {
            Tensor[] counts =
            [
                .. alike.Select(layer => layer.num_batches_tracked).OfType<Tensor>().Where(count => !count.IsInvalid),
            ];
            TensorArithmetic.AddToAll_(counts, alike.Key);
        }
    }
}
