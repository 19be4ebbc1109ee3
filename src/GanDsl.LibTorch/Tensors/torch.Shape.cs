namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.broadcast_to(long[])"/>
    public static Tensor broadcast_to(Tensor input, params long[] shape) => input.broadcast_to(shape);

    /// <inheritdoc cref="Tensor.flatten(long, long)"/>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) =>
        input.flatten(start_dim, end_dim);

    /// <inheritdoc cref="Tensor.flip(long[])"/>
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    /// <inheritdoc cref="Tensor.ravel()"/>
    public static Tensor ravel(Tensor input) => input.ravel();

    /// <inheritdoc cref="Tensor.repeat_interleave(long, long?, long?)"/>
    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) =>
        input.repeat_interleave(repeats, dim, output_size);

    /// <inheritdoc cref="Tensor.roll(long, long?)"/>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    /// <inheritdoc cref="Tensor.roll(long[], long[])"/>
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => input.roll(shifts, dims);

    /// <inheritdoc cref="Tensor.squeeze(long?)"/>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <inheritdoc cref="Tensor.squeeze_(long?)"/>
    public static Tensor squeeze_(Tensor input, long? dim = null) => input.squeeze_(dim);

    /// <inheritdoc cref="Tensor.unbind(long)"/>
    public static Tensor[] unbind(Tensor tensor, int dim = 0) => tensor.unbind(dim);

    /// <inheritdoc cref="Tensor.unflatten(long, long[])"/>
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => input.unflatten(dim, sizes);

    /// <inheritdoc cref="Tensor.chunk(long, long)"/>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    /// <inheritdoc cref="Tensor.movedim(long[], long[])"/>
    public static Tensor movedim(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);

    /// <inheritdoc cref="Tensor.narrow(long, long, long)"/>
    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);

    /// <inheritdoc cref="Tensor.permute(long[])"/>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    /// <inheritdoc cref="Tensor.reshape(long[])"/>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    /// <inheritdoc cref="Tensor.select(long, long)"/>
    public static Tensor select(Tensor input, long dim, long index) => input.select(dim, index);

    /// <inheritdoc cref="Tensor.split(long[], long)"/>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0L) =>
        tensor.split(split_size_or_sections, dim);

    /// <inheritdoc cref="Tensor.swapaxes(long, long)"/>
    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => input.swapaxes(axis0, axis1);

    /// <inheritdoc cref="Tensor.swapdims(long, long)"/>
    public static Tensor swapdims(Tensor input, long dim0, long dim1) => input.swapdims(dim0, dim1);

    /// <inheritdoc cref="Tensor.t()"/>
    public static Tensor t(Tensor input) => input.t();

    /// <inheritdoc cref="Tensor.tile(long[])"/>
    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);

    /// <inheritdoc cref="Tensor.transpose(long, long)"/>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <inheritdoc cref="Tensor.unbind(long)"/>
    public static Tensor[] unbind(Tensor input, long dim = 0L) => input.unbind(dim);

    /// <inheritdoc cref="Tensor.unsqueeze(long)"/>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <inheritdoc cref="Tensor.unsqueeze_(long)"/>
    public static Tensor unsqueeze_(Tensor input, long dim) => input.unsqueeze_(dim);
}
