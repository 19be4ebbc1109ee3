using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors one after the other along a dimension they have.</summary>
    /// <param name="tensors">At least one; their other sizes are equal.</param>
    /// <param name="dim">The dimension; negative counts from the last.</param>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) =>
        Aten.cat.Call(tensors as Tensor[] ?? [.. tensors], dim);

    /// <inheritdoc cref="cat(IList{Tensor}, long)"/>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors of one shape, side by side along a new dimension.</summary>
    /// <param name="tensors">At least one.</param>
    /// <param name="dim">Where the new dimension goes; negative counts from the last.</param>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.stack.Call(tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along their second dimension, or the only one.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => Aten.hstack.Call(tensors.ToArray());

    /// <inheritdoc cref="hstack(IList{Tensor})"/>
    public static Tensor hstack(params Tensor[] tensors) => Aten.hstack.Call(tensors);

    /// <summary>Tensors one after the other along their first dimension, vectors as rows.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => Aten.vstack.Call(tensors.ToArray());

    /// <summary>Views of tensors expanded to the one shape they all broadcast to.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Aten.broadcast_tensors.CallList(tensors);

    /// <summary>The coordinates of a grid, one tensor for each axis.</summary>
    /// <param name="tensors">The ticks of each axis.</param>
    /// <param name="indexing">"ij" for rows first, "xy" for columns first.</param>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Aten.meshgrid.CallList(tensors.ToArray(), indexing);

    /// <summary>A sum of products in Einstein's notation.</summary>
    /// <param name="equation">For example "ij,jk->ik".</param>
    /// <param name="tensors">The factors.</param>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Aten.einsum.Call(equation, tensors);
}
