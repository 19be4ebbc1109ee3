using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Points [N, dimensions], such as rows of a table.</summary>
public abstract class PointBatch : Batch
{
    /// <summary>Takes a tensor over; see <see cref="Batch(Tensor, ReadOnlySpan{long})"/>.</summary>
    /// <param name="tensor">A floating-point tensor [N, dimensions].</param>
    /// <param name="dimensions">Values of a point.</param>
    /// <param name="range">The interval of the values.</param>
    /// <exception cref="ArgumentException">The tensor has another shape or is not of a floating-point type.</exception>
    protected PointBatch(Tensor tensor, long dimensions, ValueRange range = ValueRange.Unbounded)
        : base(tensor, dimensions) => Range = range;

    /// <summary>The interval of the values.</summary>
    public ValueRange Range { get; }

    /// <summary>Saves points of the plane, over real ones, as an SVG drawing.</summary>
    /// <param name="path">The file, usually *.svg; one that exists is replaced once the new one is complete.</param>
    /// <param name="real">Real points [M, 2] to compare with.</param>
    /// <param name="title">Stands above the drawing.</param>
    /// <exception cref="ArgumentException"><paramref name="real"/> is no tensor [M, 2].</exception>
    /// <exception cref="GanException">The points of this batch have not 2 dimensions, or the file cannot be written.</exception>
    public void SaveScatter(string path, Tensor real, string title = "Real and generated points")
    {
        if (ExampleShape[0] != 2)
            throw new GanException(
                $"A scatter plot shows points of 2 dimensions, but these have {ExampleShape[0]}: save them with SaveNpy."
            );
        ScatterPlot.Save(path, real, Tensor, title);
    }
}
