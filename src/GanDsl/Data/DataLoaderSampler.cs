using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// The batches of a <see cref="DataLoader"/> of TorchSharp as a sampler, for <c>gan.Train(sampler.Draw, steps)</c> and, with labels,
/// <c>gan.Train(sampler.DrawLabeled, steps)</c>. At its end the loader begins anew, shuffled again if it shuffles.
/// </summary>
/// <remarks>
/// Batches need not be as large as those of the GAN: what is left of one is the beginning of the next answer. To be used by one thread at a time,
/// as training does.
/// </remarks>
public sealed class DataLoaderSampler : IDisposable
{
    private readonly DataLoader loader;
    private readonly string key;
    private readonly string? labelKey;
    private readonly Queue<Minibatch> left = new();
    private IEnumerator<Dictionary<string, Tensor>>? batches;
    private long rowsLeft;
    private bool disposed;

    /// <summary>Wraps a loader.</summary>
    /// <param name="loader">The loader; it still belongs to the caller.</param>
    /// <param name="key">Which tensor of a batch has the examples <c>[n, …]</c>, of a floating-point type.</param>
    /// <param name="labelKey">Which one has the class of each, integers <c>[n]</c> or <c>[n, 1]</c>; null for none.</param>
    public DataLoaderSampler(DataLoader loader, string key, string? labelKey = null)
    {
        ArgumentNullException.ThrowIfNull(loader);
        ArgumentNullException.ThrowIfNull(key);
        (this.loader, this.key, this.labelKey) = (loader, key, labelKey);
    }

    /// <summary>The next examples.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>A new tensor <c>[count, …]</c>, which the caller owns.</returns>
    /// <exception cref="GanException">The loader has no batch, or one without such a tensor, or of another shape than the one before.</exception>
    /// <exception cref="ObjectDisposedException">The sampler has been disposed.</exception>
    public Tensor Draw(int count)
    {
        using var drawn = Next(count);
        return drawn.Examples.alias();
    }

    /// <summary>The next examples with their classes.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>New tensors <c>[count, …]</c> and, of int64, <c>[count]</c>, which the caller owns.</returns>
    /// <exception cref="InvalidOperationException">The constructor was told no tensor of labels.</exception>
    /// <exception cref="GanException">The loader has no batch, or one without such tensors, or of another shape than the one before.</exception>
    /// <exception cref="ObjectDisposedException">The sampler has been disposed.</exception>
    public (Tensor Examples, Tensor Labels) DrawLabeled(int count)
    {
        if (labelKey is null)
        {
            throw new InvalidOperationException(
                "The sampler was told no tensor of labels; name it as the last argument of the constructor."
            );
        }

        using var drawn = Next(count);
        return (drawn.Examples.alias(), drawn.Labels!.alias());
    }

    /// <summary>Ends the enumeration of the loader and disposes what is left of its batches.</summary>
    public void Dispose()
    {
        disposed = true;
        batches?.Dispose();
        batches = null;
        while (left.TryDequeue(out var batch))
        {
            batch.Dispose();
        }
    }

    private Minibatch Next(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ObjectDisposedException.ThrowIf(disposed, this);
        while (rowsLeft < count)
        {
            var read = ReadBatch();
            rowsLeft += read.Examples.shape[0];
            left.Enqueue(read);
        }

        using var scope = NewDisposeScope();
        Minibatch[] parts = [.. left];
        left.Clear();
        var examples = cat([.. parts.Select(part => part.Examples)]);
        var labels = labelKey is null ? null : cat([.. parts.Select(part => part.Labels!)]);
        foreach (var part in parts)
        {
            part.Dispose();
        }

        rowsLeft -= count;
        if (rowsLeft > 0)
        {
            // A copy: a view would keep the rows in memory that are handed out.
            left.Enqueue(
                new Minibatch(
                    examples.narrow(0, count, rowsLeft).clone().DetachFromDisposeScope(),
                    labels?.narrow(0, count, rowsLeft).clone().DetachFromDisposeScope()
                )
            );
        }

        return new Minibatch(
            examples.narrow(0, 0, count).DetachFromDisposeScope(),
            labels?.narrow(0, 0, count).DetachFromDisposeScope()
        );
    }

    private Minibatch ReadBatch()
    {
        using var scope = NewDisposeScope();
        var batch = NextBatch();
        var examples = TorchItem.Example(batch, key, "The batch of the data loader");
        var shape = examples.shape;
        if (shape.Length == 0 || shape[0] == 0)
        {
            throw new GanException(
                $"The tensor '{key}' of a batch of the data loader is {ShapeText.Of(shape)}, but batches are [n, …] with n at least 1: mend the data set."
            );
        }

        if (left.TryPeek(out var before) && !before.Examples.shape.AsSpan(1).SequenceEqual(shape.AsSpan(1)))
        {
            throw new GanException(
                $"The tensor '{key}' of a batch of the data loader is {ShapeText.Of(shape)}, but the one before {ShapeText.Of(before.Examples.shape)}: "
                    + "bring all examples to one shape."
            );
        }

        var labels = labelKey is null ? null : TorchItem.Integers(batch, labelKey, "The batch of the data loader");
        if (labels is not null && labels.numel() != shape[0])
        {
            throw new GanException(
                $"The tensor '{labelKey}' of a batch of the data loader is {ShapeText.Of(labels.shape)}, but there are {shape[0]} examples: give one "
                    + "label for each."
            );
        }

        // Copies: the loader disposes its batches as it goes on.
        return new Minibatch(
            examples.detach().clone().DetachFromDisposeScope(),
            labels?.reshape(-1).to(int64, copy: true).DetachFromDisposeScope()
        );
    }

    private Dictionary<string, Tensor> NextBatch()
    {
        var begun = batches is null;
        batches ??= loader.GetEnumerator();
        if (batches.MoveNext())
        {
            return batches.Current;
        }

        batches.Dispose();
        batches = null;
        return begun
            ? throw new GanException("The data loader has no batch: give it a data set with examples.")
            : NextBatch();
    }
}
