using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Draws minibatches from a sampler and checks each of them.</summary>
/// <remarks>
/// Always on the training thread, never ahead: samplers draw from torch's random numbers, which the step draws from too, and read
/// what else the caller's code changes between steps.
/// </remarks>
public sealed class StreamingSource
{
    private readonly RealExamples required;
    private readonly Func<int, Minibatch> sampler;
    private readonly int rows;

    /// <summary>Wraps a sampler of examples without labels.</summary>
    /// <param name="required">What the examples have to be.</param>
    /// <param name="sampler">Answers that many examples, of any type; the tensor belongs to the step.</param>
    /// <param name="rows">The examples of one minibatch.</param>
    public StreamingSource(RealExamples required, Func<int, Tensor> sampler, int rows)
        : this(required, Required(sampler, count => new Minibatch(sampler(count))), rows) { }

    /// <summary>Wraps a sampler of examples with labels.</summary>
    /// <param name="required">What the examples have to be.</param>
    /// <param name="sampler">Answers that many examples, of any type, and the class of each; the tensors belong to the step.</param>
    /// <param name="rows">The examples of one minibatch.</param>
    public StreamingSource(RealExamples required, Func<int, (Tensor Examples, Tensor Labels)> sampler, int rows)
        : this(
            required,
            Required(
                sampler,
                count =>
                {
                    var (examples, labels) = sampler(count);
                    return new Minibatch(examples, labels);
                }
            ),
            rows
        ) { }

    /// <summary>Wraps a sampler of minibatches.</summary>
    /// <param name="required">What the examples have to be.</param>
    /// <param name="sampler">Answers that many examples, of any type, and their labels where those are required.</param>
    /// <param name="rows">The examples of one minibatch.</param>
    public StreamingSource(RealExamples required, Func<int, Minibatch> sampler, int rows)
    {
        ArgumentNullException.ThrowIfNull(required);
        ArgumentNullException.ThrowIfNull(sampler);
        this.required = required;
        this.sampler = sampler;
        this.rows = rows;
    }

    /// <summary>Draws the next minibatch, which is the caller's to dispose.</summary>
    /// <exception cref="GanException">The sampler answers another shape, values out of range or not finite, or no labels.</exception>
    public Minibatch Draw()
    {
        using var scope = NewDisposeScope();
        var drawn = sampler(rows);
        if (drawn?.Examples is null)
        {
            throw new GanException($"The sampler was asked for {rows} examples and answered null; answer a tensor.");
        }

        return required.Bring(drawn, rows, "The sampler");
    }

    private static Func<int, Minibatch> Required(object? sampler, Func<int, Minibatch> wrapped)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        return wrapped;
    }
}
