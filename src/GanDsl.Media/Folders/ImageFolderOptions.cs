namespace GanDsl;

/// <summary>How the pictures of a folder become examples.</summary>
public sealed record ImageFolderOptions
{
    /// <summary>To which numbers the bytes 0 to 255 are scaled. Default: [-1, 1].</summary>
    public ValueRange Range { get; init; } = ValueRange.MinusOneToOne;

    /// <summary>Whether each picture counts twice, the second time mirrored left to right. Default: false.</summary>
    public bool Mirrored { get; init; }

    /// <summary>What shows through transparent pixels, in each of red, green and blue. Default: white, (255, 255, 255).</summary>
    public (byte Red, byte Green, byte Blue) Background { get; init; } = (255, 255, 255);

    /// <summary>What becomes of a picture that cannot be read. Default: it is refused.</summary>
    public DamagedPictures Damaged { get; init; } = DamagedPictures.Refuse;

    /// <summary>The bytes of pictures, cut and scaled, that stay in memory; at least 0. Later ones are read anew every time. Default: 1 GiB.</summary>
    public long CachedBytes { get; init; } = 1L << 30;

    /// <summary>How many threads decode; at least 1. No bit of the result depends on it. Default: the processors of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
