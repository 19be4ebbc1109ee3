using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Draws points.</summary>
public static class PointBatchExtensions
{
    /// <summary>Saves points of the plane, over real ones, as a drawing.</summary>
    /// <param name="points">The generated points.</param>
    /// <param name="path">The file, *.svg, *.png, *.jpg or *.webp; one that exists is replaced once the new one is complete.</param>
    /// <param name="real">Real points [M, 2] to compare with.</param>
    /// <param name="title">Stands above the drawing.</param>
    /// <exception cref="ArgumentException"><paramref name="real"/> is no tensor [M, 2].</exception>
    /// <exception cref="GanException">The points of this batch have not 2 dimensions, or the file cannot be written.</exception>
    public static void SaveScatter(
        this PointBatch points,
        string path,
        Tensor real,
        string title = "Real and generated points"
    )
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.ExampleShape[0] != 2)
        {
            throw new GanException(
                $"A scatter plot shows points of 2 dimensions, but these have {points.ExampleShape[0]}: save them with SaveNpy."
            );
        }

        ScatterPlot.Save(path, real, points.Tensor, title);
    }
}
