using System.Collections.Concurrent;

namespace GanDsl;

/// <summary>What was read of numbered files, as long as there is room; what comes first stays. To be used by many threads at once.</summary>
/// <typeparam name="T">What is kept of a file.</typeparam>
/// <param name="capacity">The bytes that may be kept.</param>
internal sealed class BoundedCache<T>(long capacity)
    where T : class
{
    private readonly ConcurrentDictionary<int, T> kept = new();
    private long bytes;

    /// <summary>The bytes that are kept.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>What is kept of a file; null for nothing.</summary>
    public T? Find(int file) => kept.GetValueOrDefault(file);

    /// <summary>Keeps what was read of a file, where there is room for it.</summary>
    /// <param name="file">The number of the file.</param>
    /// <param name="value">What was read; not changed from here on.</param>
    /// <param name="size">Its bytes.</param>
    public void Keep(int file, T value, long size)
    {
        // Room is taken first, so that threads together never keep more than there is room for. Most misses of a full cache end here, at a read.
        if (Bytes + size > capacity)
        {
            return;
        }

        if (Interlocked.Add(ref bytes, size) > capacity || !kept.TryAdd(file, value))
        {
            Interlocked.Add(ref bytes, -size);
        }
    }
}
