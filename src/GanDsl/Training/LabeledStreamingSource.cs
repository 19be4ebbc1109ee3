using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Draws labelled minibatches from a sampler and checks each of them.</summary>
public sealed class LabeledStreamingSource
{
    private readonly StreamingSource examples;
    private Tensor? labels;

    /// <summary>Wraps a sampler.</summary>
    /// <param name="sampler">Answers that many examples and the class of each; the tensors belong to the caller.</param>
    /// <param name="exampleShape">The declared shape of one example, without N.</param>
    /// <param name="rows">The examples of one minibatch.</param>
    public LabeledStreamingSource(
        Func<int, (Tensor Examples, Tensor Labels)> sampler,
        ReadOnlySpan<long> exampleShape,
        int rows
    )
    {
        ArgumentNullException.ThrowIfNull(sampler);
        examples = new StreamingSource(
            count =>
            {
                (var drawn, var classes) = sampler(count);
                labels = classes?.DetachFromDisposeScope();
                return drawn;
            },
            exampleShape,
            rows
        );
    }

    /// <summary>Draws the next minibatch; both tensors belong to the caller.</summary>
    /// <exception cref="GanException">The sampler answers another shape, values that are not finite, or no labels.</exception>
    public (Tensor Examples, Tensor Labels) Draw()
    {
        labels = null;
        Tensor drawn;
        try
        {
            drawn = examples.Draw();
        }
        catch
        {
            labels?.Dispose();
            throw;
        }

        if (labels is null)
        {
            drawn.Dispose();
            throw new GanException(
                "The sampler answered examples without labels; answer the class of each beside them."
            );
        }

        return (drawn, labels);
    }
}
