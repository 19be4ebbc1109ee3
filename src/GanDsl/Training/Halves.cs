using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Takes apart what has gone through a network together.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Halves
{
    /// <summary>The first and the second half of the rows, views of the tensor. Their gradients are put together in one operation.</summary>
    public static (Tensor First, Tensor Second) Of(Tensor rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var halves = rows.split(rows.shape[0] / 2);
        return (halves[0], halves[1]);
    }
}
