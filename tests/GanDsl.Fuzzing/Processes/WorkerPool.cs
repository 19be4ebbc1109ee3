using System.Collections.Concurrent;

namespace GanDsl.Fuzzing.Processes;

/// <summary>
/// Tries cases in processes of their own, several at a time. A case that ends its process, or is silent for too long, costs itself and
/// nothing more: it is reported, and a new process goes on with the others.
/// </summary>
/// <param name="kind">What is done to the cases.</param>
/// <param name="seed">Their seed.</param>
/// <param name="workers">How many processes there are at a time.</param>
/// <param name="limit">How long a case may take.</param>
public sealed class WorkerPool(WorkKind kind, int seed, int workers, TimeSpan limit)
{
    /// <summary>Generous: the slowest case takes a second on an idle machine, and a machine can be busy.</summary>
    public static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(5);

    /// <summary>What a process has not given back by now it never will; a new one costs seconds.</summary>
    private const int CasesOfAProcess = 4000;

    /// <summary>Tries cases.</summary>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="together">How many a process is given at a time.</param>
    /// <param name="take">Takes what became of each, one after the other, as they come: a result, or how it ended the process.</param>
    public void Run(IEnumerable<int> numbers, int together, Action<CaseResult?, Abort?> take)
    {
        var chunks = new ConcurrentQueue<int[]>(numbers.Chunk(together));
        var taking = new Lock();
        Task.WaitAll(
            Enumerable
                .Range(0, workers)
                .Select(_ => Task.Factory.StartNew(() => Work(chunks, Take), TaskCreationOptions.LongRunning))
        );

        void Take(CaseResult? result, Abort? abort)
        {
            lock (taking)
            {
                take(result, abort);
            }
        }
    }

    private void Work(ConcurrentQueue<int[]> chunks, Action<CaseResult?, Abort?> take)
    {
        WorkerProcess? worker = null;
        var given = 0;
        try
        {
            while (chunks.TryDequeue(out var chunk))
            {
                worker ??= new(kind, seed, limit);
                var rest = Try(worker, chunk, take);
                given += chunk.Length;
                if (rest is not null || given >= CasesOfAProcess)
                {
                    worker.Dispose();
                    (worker, given) = (null, 0);
                }

                rest?.ForEach(chunks.Enqueue);
            }
        }
        finally
        {
            worker?.Dispose();
        }
    }

    /// <summary>Lets a worker try cases.</summary>
    /// <returns>What is still to be tried where the worker has ended; null where it has not.</returns>
    private static List<int[]>? Try(WorkerProcess worker, int[] chunk, Action<CaseResult?, Abort?> take)
    {
        var left = chunk.ToDictionary(number => number, number => new CaseText(number, "", "(not drawn)"));
        CaseText? begun = null;
        worker.Give(chunk);
        while (worker.Read() is { } message)
        {
            if (message.IsReady)
            {
                return null;
            }

            begun = message.Begun;
            if (begun is not null)
            {
                left[begun.Number] = begun;
            }
            else if (message.Result is { } result)
            {
                left.Remove(result.Number);
                take(result, null);
            }
        }

        // What ended it while something was done to all of them is found by halves.
        if (begun is null && left.Count > 1)
        {
            return [.. left.Keys.Order().Chunk((left.Count + 1) / 2)];
        }

        var (number, phase, text) = begun ?? left.Values.Single() with { Phase = "as a project" };
        take(null, new(number, phase, worker.Ending, text));
        left.Remove(number);
        return left.Count == 0
            ? []
            :
            [
                [.. left.Keys.Order()],
            ];
    }
}
