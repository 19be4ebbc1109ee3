namespace GanDsl;

/// <summary>Enlarging in graphs.</summary>
public static class OnnxResize
{
    /// <summary>Enlarges signals, images or volumes by a factor.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="x">[N, C, …].</param>
    /// <param name="sizes">The shape of an example.</param>
    /// <param name="scale">The factor of each dimension after the channels.</param>
    /// <param name="mode">How values between those of the input are found.</param>
    /// <param name="alignCorners">Whether the values in the corners stay where they are.</param>
    public static OnnxValue Resize(
        this OnnxGraph graph,
        OnnxValue x,
        IReadOnlyList<long> sizes,
        double scale,
        UpsampleMode mode = UpsampleMode.Nearest,
        bool alignCorners = false
    )
    {
        var isNearest = mode == UpsampleMode.Nearest;
        var input = isNearest ? x : graph.Float32(x);
        return scale == Math.Floor(scale) ? graph.ByWholeFactor(input, sizes.Count, scale, mode, alignCorners)
            : isNearest ? graph.ByIndices(input, sizes, scale)
            : graph.ByShares(input, sizes, scale, mode == UpsampleMode.Bicubic, alignCorners);
    }

    private static OnnxValue ByWholeFactor(
        this OnnxGraph graph,
        OnnxValue x,
        int rank,
        double scale,
        UpsampleMode mode,
        bool alignCorners
    )
    {
        var scales = Enumerable.Repeat((float)scale, rank - 1).ToArray();
        var isNearest = mode == UpsampleMode.Nearest;
        var coordinates =
            isNearest ? "asymmetric"
            : alignCorners ? "align_corners"
            : "half_pixel";
        return graph.Node(
            "Resize",
            [x, null, graph.Numbers([1f, 1f, .. scales], scales.Length + 2)],
            OnnxArgument.Text(
                "mode",
                isNearest ? "nearest"
                    : mode == UpsampleMode.Bicubic ? "cubic"
                    : "linear"
            ),
            OnnxArgument.Text("coordinate_transformation_mode", coordinates),
            OnnxArgument.Text("nearest_mode", "floor")
        );
    }

    /// <summary>Of factors that are no whole numbers, rounding decides which value is the nearest: as libtorch rounds.</summary>
    private static OnnxValue ByIndices(this OnnxGraph graph, OnnxValue x, IReadOnlyList<long> sizes, double scale)
    {
        for (var axis = 1; axis < sizes.Count; axis++)
        {
            var indices = graph.Integers(Interpolation.Nearest(sizes[axis], scale));
            x = graph.Node("Gather", [x, indices], OnnxArgument.Integer("axis", axis + 1));
        }

        return x;
    }

    /// <summary>Runtimes do not agree on where a factor that is no whole number takes values from: here it is said.</summary>
    private static OnnxValue ByShares(
        this OnnxGraph graph,
        OnnxValue x,
        IReadOnlyList<long> sizes,
        double scale,
        bool isCubic,
        bool alignCorners
    )
    {
        long[] enlarged = [.. sizes];
        for (var axis = 1; axis < sizes.Count; axis++)
        {
            var rows = Interpolation.Rows(sizes[axis], scale, isCubic, alignCorners);
            x = graph.Combine(x, enlarged, axis, rows);
            enlarged[axis] = rows.Length;
        }

        return x;
    }
}
