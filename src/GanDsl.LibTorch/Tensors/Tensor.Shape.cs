using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A view of the same memory in another shape; -1 stands for the size that is left.</summary>
        public Tensor view(params long[] shape) => Aten.view.Call(this, shape);

        /// <summary>The elements in another shape, a view if possible; -1 stands for the size that is left.</summary>
        public Tensor reshape(params long[] shape) => Aten.reshape.Call(this, shape);

        /// <summary>A view in the shape of another tensor.</summary>
        public Tensor view_as(Tensor other) => view(other.shape);

        /// <summary>The dimensions from one to another as a single one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Aten.flatten.Call(this, start_dim, end_dim);

        /// <summary>One dimension as several; -1 stands for the size that is left.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => Aten.view.Call(this, Unflattened(dim, sizes));

        /// <summary>The tensor without a dimension of size 1, or without all such dimensions.</summary>
        public Tensor squeeze(long? dim = null) =>
            dim is null ? Aten.squeeze.Call(this) : Aten.squeeze_dim.Call(this, dim);

        /// <summary>As <see cref="squeeze"/>, in place.</summary>
        public Tensor squeeze_(long? dim = null) =>
            dim is null ? Aten.squeeze_.Mutate(this) : Aten.squeeze_dim_.Mutate(this, dim);

        /// <summary>The tensor with a dimension of size 1 inserted.</summary>
        public Tensor unsqueeze(long dim) => Aten.unsqueeze.Call(this, dim);

        /// <summary>As <see cref="unsqueeze"/>, in place.</summary>
        public Tensor unsqueeze_(long dim) => Aten.unsqueeze_.Mutate(this, dim);

        /// <summary>The transpose of a matrix.</summary>
        public Tensor t() => Aten.t.Call(this);

        /// <summary>A view with two dimensions swapped.</summary>
        public Tensor transpose(long dim0, long dim1) => Aten.transpose.Call(this, dim0, dim1);

        /// <summary>As <see cref="transpose"/>.</summary>
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>As <see cref="transpose"/>.</summary>
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>A view with the dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Aten.permute.Call(this, permutation);

        /// <summary>A view with dimensions of size 1 repeated, without copying; -1 keeps a size.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) =>
            Aten.expand.Call(this, sizes.ToArray(), isImplicit);

        /// <summary>A view with dimensions of size 1 repeated, without copying; -1 keeps a size.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Aten.expand.Call(this, sizes, isImplicit);

        /// <summary>A view with dimensions of size 1 repeated, without copying; -1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) => Aten.expand.Call(this, sizes);

        /// <summary>A view expanded to the shape of another tensor.</summary>
        public Tensor expand_as(Tensor other) => Aten.expand.Call(this, other.shape);

        /// <summary>Copies of the tensor side by side, so many along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Aten.repeat.Call(this, sizes);

        /// <summary>Copies of the tensor side by side, so many along each of the last dimensions.</summary>
        public Tensor tile(long[] reps) => Aten.tile.Call(this, reps);

        /// <summary>A view broadcast to a shape.</summary>
        public Tensor broadcast_to(params long[] shape) => Aten.broadcast_to.Call(this, shape);

        /// <summary>Each element repeated in place, along one dimension or all in a row.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Aten.repeat_interleave.Call(this, repeats, dim, output_size);

        /// <summary>A view of a range of one dimension.</summary>
        public Tensor narrow(long dim, long start, long length) => Aten.narrow.Call(this, dim, start, length);

        /// <summary>A view of a range of one dimension, step apart.</summary>
        public Tensor slice(long dim, long start, long finish, long step) =>
            Aten.slice.Call(this, dim, start, finish, step);

        /// <summary>A view of one index of a dimension, which falls away.</summary>
        public Tensor select(long dim, long index) => Aten.select.Call(this, dim, index);

        /// <summary>Views of a number of equal parts; the last may be shorter.</summary>
        public Tensor[] chunk(long chunks, long dim = 0L) => Aten.chunk.CallList(this, chunks, dim);

        /// <summary>Views of parts of a size; the last may be shorter.</summary>
        public Tensor[] split(long size, int dim = 0) => Aten.split.CallList(this, size, dim);

        /// <summary>Views of parts of the given sizes.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => Aten.split_with_sizes.CallList(this, sizes, dim);

        /// <summary>Views of parts of the given sizes.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) =>
            Aten.split_with_sizes.CallList(this, sizes.ToArray(), dim);

        /// <summary>A view of every index of a dimension.</summary>
        public Tensor[] unbind(long dimension = 0L) => Aten.unbind.CallList(this, dimension);

        /// <summary>A view of all windows of a size along a dimension, step apart, as a last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => Aten.unfold.Call(this, dimension, size, step);

        /// <summary>The tensor with the order along dimensions reversed.</summary>
        public Tensor flip(params long[] dims) => Aten.flip.Call(this, dims);

        /// <summary>The tensor shifted along dimensions; what leaves at one end enters at the other.</summary>
        public Tensor roll(long[] shifts, long[] dims) => Aten.roll.Call(this, shifts, dims);

        /// <summary>The tensor shifted along a dimension, or in row-major order; what leaves at one end enters at the other.</summary>
        public Tensor roll(long shifts, long? dims = null) =>
            Aten.roll.Call(this, new[] { shifts }, dims is { } one ? [one] : Array.Empty<long>());

        /// <summary>A view with dimensions moved to other places.</summary>
        public Tensor movedim(long[] source, long[] destination) => Aten.movedim.Call(this, source, destination);

        /// <summary>All elements in one dimension.</summary>
        public Tensor ravel() => Aten.ravel.Call(this);
    }
}
