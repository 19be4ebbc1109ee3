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

    /// <summary>
    /// A file in which all pictures are kept, cut and scaled, so that they are decoded once and not in every run; null for none, the default.
    /// </summary>
    /// <remarks>
    /// It is written when the folder is opened, which then takes as long as reading every picture, and takes channels * height * width bytes a
    /// picture. Where a name, a size or a time of a file has changed since, or an option, or the file is damaged, it is written anew: beside itself,
    /// and renamed once it is whole. Pictures that come out of it are not kept in memory a second time.
    /// </remarks>
    public string? PackedFile { get; init; }

    /// <summary>How many threads decode; at least 1. No bit of the result depends on it. Default: the processors of the machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
