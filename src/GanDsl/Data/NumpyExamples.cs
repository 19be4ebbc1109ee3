using TorchSharp;

namespace GanDsl;

/// <summary>
/// Opens arrays of NumPy as data sets: NPY files of the versions 1.0 to 3.0, and NPZ files, which hold several arrays by name, as
/// <c>numpy.save</c>, <c>numpy.savez</c> and <c>numpy.savez_compressed</c> write them.
/// </summary>
/// <remarks>
/// Numbers of 8 to 64 bits in either byte order are read, C and Fortran order alike. Arrays of Python objects are refused: nothing in a file is
/// ever executed.
/// </remarks>
public static class NumpyExamples
{
    /// <summary>Reads the examples of a file into memory.</summary>
    /// <remarks>
    /// An array of unsigned bytes <c>[N, height, width]</c> or <c>[N, channels, height, width]</c> is taken for images, which stay bytes in memory
    /// and are scaled when they are read, as those of <see cref="ByteImageDataset"/>. All others become float32, as they are.
    /// </remarks>
    /// <param name="path">The file; NPY and NPZ are told apart by their first bytes.</param>
    /// <param name="array">Which array of an NPZ file; null where there is only one, and for an NPY file.</param>
    /// <param name="range">
    /// Of images of bytes, to which numbers they are scaled: by default [-1, 1]. Of others, the interval in which the values lie, which is
    /// checked: by default any finite value.
    /// </param>
    /// <param name="channelsLast">
    /// Whether the examples are <c>[N, height, width, channels]</c>, as most programs but PyTorch keep images; they are brought into the order
    /// <c>[N, channels, height, width]</c>. Default: false.
    /// </param>
    /// <returns>A <see cref="ByteImageDataset"/> or a <see cref="TensorDataset"/>.</returns>
    /// <exception cref="GanException">
    /// There is no such file or array, it is damaged or of a type that is not read, or a value is not finite or outside of the range.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The array holds images of bytes, and the range is unbounded.</exception>
    public static Dataset Open(
        string path,
        string? array = null,
        ValueRange? range = null,
        bool channelsLast = false
    ) =>
        NumpyArrayFile.Read(
            path,
            array,
            file =>
            {
                RequireAxes(file, channelsLast);
                return file.Header.Element.IsByte && file.Header.Shape.Length is 3 or 4
                    ? Images(file, range ?? ValueRange.MinusOneToOne, channelsLast)
                    : (Dataset)Numbers(file, range ?? ValueRange.Unbounded, channelsLast);
            }
        );

    private static void RequireAxes(NumpyArrayFile file, bool channelsLast)
    {
        var shape = file.Header.Shape;
        if (shape.Length == 0)
        {
            throw new GanException($"{file.Name} is a single number, but examples are an array [N, …]; stack them.");
        }

        if (channelsLast && shape.Length != 4)
        {
            throw new GanException(
                $"{file.Name} has the shape {ShapeText.Of(shape)}, but images with their channels last have four sizes, [N, height, width, "
                    + "channels]; leave channelsLast out."
            );
        }
    }

    private static ByteImageDataset Images(NumpyArrayFile file, ValueRange range, bool channelsLast)
    {
        var shape = file.Header.Shape;
        PixelScale.Require(range);
        if (shape.Skip(1).Any(size => size > int.MaxValue))
        {
            throw new GanException($"{file.Name} has images of the shape {ShapeText.Of(shape.Skip(1))}; split them.");
        }

        var bytes = NumpyValues.Bytes(file);
        if (channelsLast)
        {
            bytes = NumpyValues.Transposed(bytes, shape, [0, 3, 1, 2]);
        }

        var (channels, height, width) = shape switch
        {
            [_, var rows, var columns] => (1, rows, columns),
            [_, var rows, var columns, var last] when channelsLast => (last, rows, columns),
            _ => (shape[1], shape[2], shape[3]),
        };
        return new ByteImageDataset(bytes, (int)channels, (int)height, (int)width, range, file.Name);
    }

    private static TensorDataset Numbers(NumpyArrayFile file, ValueRange range, bool channelsLast)
    {
        using var values = NumpyValues.Floats(file);
        if (!channelsLast)
        {
            return new TensorDataset(values, range, file.Name);
        }

        using var scope = torch.NewDisposeScope();
        return new TensorDataset(values.permute(0, 3, 1, 2).contiguous(), range, file.Name);
    }
}
