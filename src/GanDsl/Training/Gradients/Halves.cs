using System.Collections.Concurrent;
using System.ComponentModel;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>Takes apart what has gone through a network together: rows of real examples, and then as many of generated ones.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Halves
{
    /// <summary>1 and -1, a column <c>[2, 1]</c>, made once for each device and type.</summary>
    private static readonly ConcurrentDictionary<(DeviceType, int, ScalarType), Tensor> Signs = new();

    /// <summary>The first and the second half of the rows, views of the tensor. Their gradients are put together in one operation.</summary>
    public static (Tensor First, Tensor Second) Of(Tensor rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var halves = rows.split(rows.shape[0] / 2);
        return (halves[0], halves[1]);
    }

    /// <summary>
    /// Margins <c>[2, m]</c>, by how much D is right, from logits <c>[2m, 1]</c>: s(x) of m real examples, and -s(G(z)) of the m
    /// generated ones.
    /// </summary>
    public static Tensor Margins(Tensor logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        using var scope = NewDisposeScope();
        var signs = Signs.GetOrAdd((logits.device_type, logits.device_index, logits.dtype), _ => SignsLike(logits));
        return (logits.reshape(2, -1) * signs).MoveToOuterDisposeScope();
    }

    private static Tensor SignsLike(Tensor logits)
    {
        // They outlive the modes of who asks for them first; a tensor of inference mode could not be learnt with.
        using var ordinary = inference_mode(false);
        using var noGradients = no_grad();
        var one = ones([1, 1], logits.dtype, logits.device);
        return cat([one, -one], 0).DetachFromDisposeScope();
    }
}
