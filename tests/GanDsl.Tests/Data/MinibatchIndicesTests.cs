namespace GanDsl.Tests;

public sealed class MinibatchIndicesTests
{
    [Theory]
    [InlineData(10, 5, 2)]
    [InlineData(11, 5, 2)]
    [InlineData(14, 5, 2)]
    [InlineData(5, 5, 1)]
    [InlineData(7, 1, 7)]
    public void Cuts_an_epoch_into_full_batches(int count, int batchSize, int batches)
    {
        var indices = new MinibatchIndices(count, batchSize);

        Assert.Equal(batches, indices.BatchesPerEpoch);
        Assert.Equal(Enumerable.Repeat(batchSize, batches), indices.Epoch(0).Select(batch => batch.Length));
    }

    [Fact]
    public void Draws_every_example_once()
    {
        var indices = new MinibatchIndices(1000, 10, seed: 3);

        for (var epoch = 0; epoch < 5; epoch++)
        {
            Assert.Equal(Enumerable.Range(0, 1000), Order(indices, epoch).Order());
        }
    }

    [Fact]
    public void Leaves_other_examples_out_in_each_epoch()
    {
        var indices = new MinibatchIndices(7, 4);

        HashSet<int> seen = [.. Enumerable.Range(0, 20).SelectMany(epoch => Order(indices, epoch))];

        Assert.All(Enumerable.Range(0, 20), epoch => Assert.Equal(4, Order(indices, epoch).Distinct().Count()));
        Assert.Equal(7, seen.Count);
    }

    [Fact]
    public void An_epoch_can_be_drawn_again_whatever_came_before()
    {
        var first = new MinibatchIndices(500, 50, seed: 8);
        var fifth = Order(first, 5);
        var sixth = Order(first, 6);

        Assert.Equal(fifth, Order(first, 5));
        Assert.Equal(sixth, Order(new MinibatchIndices(500, 50, seed: 8), 6));
        Assert.NotEqual(fifth, sixth);
        Assert.NotEqual(fifth, Order(new MinibatchIndices(500, 50, seed: 9), 5));
    }

    // Each of the 24 orders of four examples is as likely as any other: chi-squared with 23 degrees of freedom is below
    // 49.73 with probability 0.999.
    [Fact]
    public void Every_order_is_as_likely()
    {
        const int epochs = 24_000;
        var indices = new MinibatchIndices(4, 4, seed: 1);

        int[] counts =
        [
            .. Enumerable
                .Range(0, epochs)
                .GroupBy(epoch => string.Join("", Order(indices, epoch)))
                .Select(group => group.Count()),
        ];

        Assert.Equal(24, counts.Length);
        Assert.InRange(counts.Sum(count => Math.Pow(count - 1000, 2) / 1000), 0, 49.73);
    }

    [Fact]
    public void Batches_are_views_of_one_array()
    {
        var indices = new MinibatchIndices(100_000, 10);
        Order(indices, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();

        long sum = 0;
        foreach (var batch in indices.Epoch(1))
        {
            foreach (var index in batch.Span)
            {
                sum += index;
            }
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 0, 10_000);
        Assert.Equal(99_999L * 100_000 / 2, sum);
    }

    [Fact]
    public void Refuses_fewer_examples_than_a_batch()
    {
        var message = Assert.Throws<GanException>(() => new MinibatchIndices(63, 64)).Message;

        Assert.Equal("A batch draws 64 examples, but there are 63: take a smaller batch size or more data.", message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinibatchIndices(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinibatchIndices(1, 0));
    }

    private static int[] Order(MinibatchIndices indices, int epoch) =>
        [.. indices.Epoch(epoch).SelectMany(batch => batch.ToArray())];
}
