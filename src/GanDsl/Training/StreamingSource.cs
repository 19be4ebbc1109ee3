using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Draws minibatches from a sampler and checks each of them.</summary>
/// <remarks>
/// Always on the training thread, never ahead: samplers draw from torch's random numbers, which the step draws from too, and read
/// what else the caller's code changes between steps.
/// </remarks>
public sealed class StreamingSource
{
    private readonly Func<int, Tensor> sampler;
    private readonly long[] shape;
    private readonly int rows;

    /// <summary>Wraps a sampler.</summary>
    /// <param name="sampler">Answers that many examples, of any type; the tensor belongs to the caller.</param>
    /// <param name="exampleShape">The declared shape of one example, without N.</param>
    /// <param name="rows">The examples of one minibatch.</param>
    public StreamingSource(Func<int, Tensor> sampler, ReadOnlySpan<long> exampleShape, int rows)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        this.sampler = sampler;
        shape = [rows, .. exampleShape];
        this.rows = rows;
    }

    /// <summary>Draws the next minibatch <c>[rows, …]</c>, of the networks' type; the tensor belongs to the caller.</summary>
    /// <exception cref="GanException">The sampler answers another shape, or values that are not finite.</exception>
    public Tensor Draw()
    {
        using var scope = NewDisposeScope();
        var drawn =
            sampler(rows)
            ?? throw new GanException($"The sampler was asked for {rows} examples and answered null; answer a tensor.");
        if (!drawn.shape.AsSpan().SequenceEqual(shape))
        {
            throw new GanException(
                $"The sampler was asked for [{string.Join(", ", shape)}] and answered [{string.Join(", ", drawn.shape)}]; answer one row "
                    + "for each example asked for, in the declared data shape."
            );
        }

        if (!drawn.isfinite().all().item<bool>())
        {
            throw new GanException(
                "The sampler answered values that are not finite (NaN or infinity), which would spoil both networks for good."
            );
        }

        if (drawn.dtype == get_default_dtype())
        {
            return drawn.DetachFromDisposeScope();
        }

        // Arithmetic in .NET is in double precision, and so is what a sampler makes of it.
        using (drawn)
        {
            return drawn.to(get_default_dtype()).DetachFromDisposeScope();
        }
    }
}
