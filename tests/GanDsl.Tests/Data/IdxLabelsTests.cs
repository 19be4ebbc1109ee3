namespace GanDsl.Tests;

public sealed class IdxLabelsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_a_file(bool compress)
    {
        var content = IdxBytes.Labels(5, 0, 4, 1);

        var path = folder.Add("labels", compress ? IdxBytes.Gzip(content) : content);

        Assert.Equal([5, 0, 4, 1], IdxLabels.Open(path));
    }

    [Fact]
    public void Finds_the_labels_in_a_folder_that_has_images_too()
    {
        folder.Add("train-images-idx3-ubyte", IdxBytes.Images(1, 1, 1));
        folder.Add("train-labels-idx1-ubyte", IdxBytes.Labels(9));

        Assert.Equal([9], IdxLabels.Open(folder.FullName));
    }

    [Fact]
    public void Images_are_no_labels()
    {
        var path = folder.Add("images", IdxBytes.Images(1, 1, 1));

        var message = Assert.Throws<GanException>(() => IdxLabels.Open(path)).Message;

        Assert.Contains("as images are kept, but labels start with 0x00000801", message);
    }

    [Fact]
    public void A_cut_off_file_is_reported()
    {
        var path = folder.Add("short", IdxBytes.Labels(1, 2, 3)[..^1]);

        var message = Assert.Throws<GanException>(() => IdxLabels.Open(path)).Message;

        Assert.Contains("declares 3 labels, 3 bytes, but has 2", message);
    }
}
