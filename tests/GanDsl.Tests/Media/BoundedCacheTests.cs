namespace GanDsl.Tests.Media;

public sealed class BoundedCacheTests
{
    [Fact]
    public void What_comes_first_stays()
    {
        var cache = new BoundedCache<string>(10);
        cache.Keep(1, "one", 6);
        cache.Keep(2, "two", 5);
        cache.Keep(3, "three", 4);
        cache.Keep(4, "four", 1);

        Assert.Equal("one", cache.Find(1));
        Assert.Null(cache.Find(2));
        Assert.Equal("three", cache.Find(3));
        Assert.Null(cache.Find(4));
        Assert.Equal(10, cache.Bytes);
    }

    [Fact]
    public void What_is_kept_twice_counts_once()
    {
        var cache = new BoundedCache<string>(10);
        cache.Keep(1, "one", 4);
        cache.Keep(1, "other", 4);

        Assert.Equal("one", cache.Find(1));
        Assert.Equal(4, cache.Bytes);
    }

    [Fact]
    public void Threads_together_keep_no_more_than_there_is_room_for()
    {
        var cache = new BoundedCache<string>(1000);
        Parallel.For(
            0,
            20_000,
            file =>
            {
                cache.Keep(file % 5000, "x", 3);
                Assert.InRange(cache.Bytes, 0, 1000 + (3 * 64));
            }
        );

        Assert.Equal(3 * Enumerable.Range(0, 5000).Count(file => cache.Find(file) is not null), cache.Bytes);
        Assert.InRange(cache.Bytes, 900, 1000);
    }

    [Fact]
    public void Without_room_nothing_is_kept()
    {
        var cache = new BoundedCache<string>(0);
        cache.Keep(1, "one", 1);

        Assert.Null(cache.Find(1));
    }
}
