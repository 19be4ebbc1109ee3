namespace GanDsl.ToyData;

/// <summary>Opens labels in the IDX format of MNIST and its relatives.</summary>
public static class IdxLabels
{
    private const int Rank = 1;

    /// <summary>Reads all labels, in the order of the images.</summary>
    /// <param name="path">
    /// A file, plain or compressed with gzip whatever its name, or a folder in which train-labels-idx1-ubyte is looked for
    /// and, if that is missing, t10k-labels-idx1-ubyte; each also with .gz and with a dot before idx1.
    /// </param>
    /// <returns>One label an image; 0 to 9 in MNIST.</returns>
    /// <exception cref="GanException">
    /// There is no such file or folder, or the file is not a complete IDX file of labels; the message says which.
    /// </exception>
    public static int[] Open(string path) =>
        Array.ConvertAll(
            IdxFile.Read(MnistFolder.Find(path, "labels-idx1-ubyte"), Rank, "labels").Values,
            label => (int)label
        );
}
