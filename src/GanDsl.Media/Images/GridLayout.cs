namespace GanDsl;

/// <summary>Where each image of a batch stands in the picture of all.</summary>
internal sealed class GridLayout
{
    private readonly int count;
    private readonly int imageHeight;
    private readonly int imageWidth;
    private readonly int columns;
    private readonly int padding;

    /// <summary>Lays out images of the shape [N, C, H, W], all sizes positive.</summary>
    /// <exception cref="GanException">The picture would not fit into an array.</exception>
    public GridLayout(long[] shape, int? columns, int padding)
    {
        count = checked((int)shape[0]);
        int square = (int)Math.Ceiling(Math.Sqrt(count));
        this.columns = Math.Min(columns ?? square, count);
        this.padding = padding;
        int rows = (count + this.columns - 1) / this.columns;

        Int128 width = padding + (Int128)this.columns * (shape[3] + padding);
        Int128 height = padding + (Int128)rows * (shape[2] + padding);
        if (width * height * shape[1] > Array.MaxLength)
            throw new GanException(
                $"A grid of {count} images {shape[3]} wide and {shape[2]} high with padding {padding} would be {width} x {height} pixels, which is too large: show fewer images."
            );

        (Channels, imageHeight, imageWidth) = ((int)shape[1], (int)shape[2], (int)shape[3]);
        (Width, Height) = ((int)width, (int)height);
    }

    /// <summary>1 or 3.</summary>
    public int Channels { get; }

    /// <summary>The picture's width in pixels.</summary>
    public int Width { get; }

    /// <summary>The picture's height in pixels.</summary>
    public int Height { get; }

    /// <summary>From [N, C, H, W] to one picture [Height, Width, C], black where no image is.</summary>
    public byte[] Arrange(byte[] images)
    {
        var picture = new byte[Width * Height * Channels];
        int source = 0;
        for (int image = 0; image < count; image++)
        {
            int top = padding + image / columns * (imageHeight + padding);
            int left = padding + image % columns * (imageWidth + padding);
            for (int channel = 0; channel < Channels; channel++)
            for (int y = 0; y < imageHeight; y++)
            {
                int target = ((top + y) * Width + left) * Channels + channel;
                for (int x = 0; x < imageWidth; x++, target += Channels)
                    picture[target] = images[source++];
            }
        }

        return picture;
    }
}
