namespace GanDsl.ToyData;

/// <summary>Opens images in the IDX format of MNIST, Fashion-MNIST, KMNIST and EMNIST.</summary>
public static class IdxImages
{
    private const int Rank = 3;

    /// <summary>Reads all images into memory, as bytes.</summary>
    /// <param name="path">
    /// A file, plain or compressed with gzip whatever its name, or a folder in which train-images-idx3-ubyte is looked for
    /// and, if that is missing, t10k-images-idx3-ubyte; each also with .gz and with a dot before idx3.
    /// </param>
    /// <param name="range">To which numbers <see cref="Dataset.Read"/> scales the bytes; by default [-1, 1].</param>
    /// <returns>The images, of shape [1, height, width].</returns>
    /// <exception cref="GanException">
    /// There is no such file or folder, or the file is not a complete IDX file of images; the message says which.
    /// </exception>
    public static ByteImageDataset Open(string path, ValueRange range = ValueRange.MinusOneToOne)
    {
        var file = IdxFile.Read(MnistFolder.Find(path, "images-idx3-ubyte"), Rank, "images");
        return new ByteImageDataset(file.Values, 1, file.Dimensions[1], file.Dimensions[2], range, $"'{file.Path}'");
    }
}
