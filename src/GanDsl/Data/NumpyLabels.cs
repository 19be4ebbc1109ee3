namespace GanDsl;

/// <summary>Opens labels in the files of NumPy; see <see cref="NumpyExamples"/>.</summary>
public static class NumpyLabels
{
    /// <summary>Reads all labels, in the order of the examples, for a <see cref="LabeledDataset"/>.</summary>
    /// <param name="path">The file; NPY and NPZ are told apart by their first bytes.</param>
    /// <param name="array">Which array of an NPZ file; null where there is only one, and for an NPY file.</param>
    /// <returns>The class of each example, at least 0.</returns>
    /// <exception cref="GanException">
    /// There is no such file or array, it is damaged, it is no array <c>[N]</c> or <c>[N, 1]</c> of integers, or one of them is negative.
    /// </exception>
    public static int[] Open(string path, string? array = null) =>
        NumpyArrayFile.Read(
            path,
            array,
            file =>
            {
                var header = file.Header;
                if (!header.Element.IsInteger)
                {
                    throw new GanException(
                        $"{file.Name} is an array of {(header.Element.Kind == 'b' ? "Booleans" : "floating-point numbers")}, but labels are "
                            + "integers; convert it with array.astype(numpy.int64)."
                    );
                }

                return header.Shape is [_] or [_, 1]
                    ? NumpyValues.Integers(file)
                    : throw new GanException(
                        $"{file.Name} has the shape {ShapeText.Of(header.Shape)}, but labels have the shape [N]; of rows with a 1 at the class "
                            + "take array.argmax(axis=1)."
                    );
            }
        );
}
