namespace GanDsl.Training;

/// <summary>Reads minibatches on the thread pool, each while the one before it is trained on.</summary>
internal static class ReadAhead
{
    /// <summary>
    /// What <paramref name="read"/> answers for each element of <paramref name="indices"/>, in their order. It is called for one at a
    /// time; what it throws is thrown in the place of its minibatch. Ending the enumeration waits for the read under way and disposes
    /// what it answers.
    /// </summary>
    /// <param name="indices">Enumerated on the thread of the caller, one ahead.</param>
    /// <param name="read">Called on the thread pool. Its tensors belong to the caller and to no dispose scope.</param>
    /// <param name="cancellationToken">Seen before a minibatch is handed out.</param>
    public static IEnumerable<Minibatch> Of(
        IEnumerable<int[]> indices,
        Func<int[], Minibatch> read,
        CancellationToken cancellationToken
    )
    {
        using var coming = indices.GetEnumerator();
        var underWay = Begin(coming, read);
        try
        {
            while (underWay is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var minibatch = underWay.GetAwaiter().GetResult();
                underWay = Begin(coming, read);
                yield return minibatch;
            }
        }
        finally
        {
            Discard(underWay);
        }
    }

    private static Task<Minibatch>? Begin(IEnumerator<int[]> coming, Func<int[], Minibatch> read)
    {
        if (!coming.MoveNext())
        {
            return null;
        }

        var indices = coming.Current;
        return Task.Run(() =>
        {
            // Scopes belong to threads, and one that somebody left open on this thread must not dispose the examples.
            var minibatch = read(indices);
            minibatch.Examples.DetachFromDisposeScope();
            minibatch.Labels?.DetachFromDisposeScope();
            return minibatch;
        });
    }

    private static void Discard(Task<Minibatch>? underWay)
    {
        if (underWay is null)
        {
            return;
        }

        // Waiting for any task throws nothing, and reading the exception tells .NET that somebody saw it.
        Task.WaitAny(underWay);
        if (underWay.Exception is null)
        {
            underWay.Result.Dispose();
        }
    }
}
