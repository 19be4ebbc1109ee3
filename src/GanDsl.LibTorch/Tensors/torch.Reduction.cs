namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.bincount(Tensor, long)"/>
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) =>
        input.bincount(weights, minlength);

    /// <inheritdoc cref="Tensor.cumprod(long, ScalarType?)"/>
    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => input.cumprod(dim, dtype);

    /// <inheritdoc cref="Tensor.cumsum(long, ScalarType?)"/>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);

    /// <inheritdoc cref="Tensor.histc(long, long, long)"/>
    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) =>
        input.histc(bins, min, max);

    /// <inheritdoc cref="Tensor.std_mean(bool)"/>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) => input.std_mean(unbiased);

    /// <inheritdoc cref="Tensor.argmax()"/>
    public static Tensor argmax(Tensor input) => input.argmax();

    /// <inheritdoc cref="Tensor.argmax(long, bool)"/>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <inheritdoc cref="Tensor.argmin()"/>
    public static Tensor argmin(Tensor input) => input.argmin();

    /// <inheritdoc cref="Tensor.argmin(long, bool)"/>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => input.argmin(dim, keepdim);

    /// <inheritdoc cref="Tensor.amax(long[], bool, Tensor)"/>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) =>
        input.amax(dims, keepdim, @out);

    /// <inheritdoc cref="Tensor.amax(long[])"/>
    public static Tensor amax(Tensor input, long[] dims) => input.amax(dims);

    /// <inheritdoc cref="Tensor.amin(long[], bool, Tensor)"/>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) =>
        input.amin(dims, keepdim, @out);

    /// <inheritdoc cref="Tensor.all()"/>
    public static Tensor all(Tensor input) => input.all();

    /// <inheritdoc cref="Tensor.all(long, bool)"/>
    public static Tensor all(Tensor input, long dim, bool keepdim = false) => input.all(dim, keepdim);

    /// <inheritdoc cref="Tensor.any()"/>
    public static Tensor any(Tensor input) => input.any();

    /// <inheritdoc cref="Tensor.any(long, bool)"/>
    public static Tensor any(Tensor input, long dim, bool keepdim = false) => input.any(dim, keepdim);

    /// <inheritdoc cref="Tensor.max()"/>
    public static Tensor max(Tensor input) => input.max();

    /// <inheritdoc cref="Tensor.max(Tensor)"/>
    public static Tensor max(Tensor input, Tensor other) => input.max(other);

    /// <inheritdoc cref="Tensor.max(long, bool)"/>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) =>
        input.max(dim, keepdim);

    /// <inheritdoc cref="Tensor.min()"/>
    public static Tensor min(Tensor input) => input.min();

    /// <inheritdoc cref="Tensor.min(Tensor)"/>
    public static Tensor min(Tensor input, Tensor other) => input.min(other);

    /// <inheritdoc cref="Tensor.min(long, bool)"/>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) =>
        input.min(dim, keepdim);

    /// <inheritdoc cref="Tensor.dist(Tensor, float)"/>
    public static Tensor dist(Tensor input, Tensor other, float p = 2.0f) => input.dist(other, p);

    /// <inheritdoc cref="Tensor.mean()"/>
    public static Tensor mean(Tensor input) => input.mean();

    /// <inheritdoc cref="Tensor.mean(long[], bool, ScalarType?)"/>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        input.mean(dimensions, keepdim, type);

    /// <inheritdoc cref="Tensor.median()"/>
    public static Tensor median(Tensor input) => input.median();

    /// <inheritdoc cref="Tensor.norm(float)"/>
    public static Tensor norm(Tensor input, float p = 2.0f) => input.norm(p);

    /// <inheritdoc cref="Tensor.norm(int, bool, float)"/>
    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2.0f) =>
        input.norm(dimension, keepdim, p);

    /// <inheritdoc cref="Tensor.quantile(Tensor, long, bool)"/>
    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) =>
        input.quantile(q, dim, keepdim);

    /// <inheritdoc cref="Tensor.prod(ScalarType?)"/>
    public static Tensor prod(Tensor input, ScalarType? type = null) => input.prod(type);

    /// <inheritdoc cref="Tensor.prod(long, bool, ScalarType?)"/>
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        input.prod(dim, keepdim, type);

    /// <inheritdoc cref="Tensor.std(bool)"/>
    public static Tensor std(Tensor input, bool unbiased = true) => input.std(unbiased);

    /// <inheritdoc cref="Tensor.std(long[], bool, bool, ScalarType?)"/>
    public static Tensor std(
        Tensor input,
        long[] dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.std(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.std(long, bool, bool, ScalarType?)"/>
    public static Tensor std(
        Tensor input,
        long dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.std(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.sum(ScalarType?)"/>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <inheritdoc cref="Tensor.sum(ReadOnlySpan{long}, bool, ScalarType?)"/>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    /// <inheritdoc cref="Tensor.sum(long, bool, ScalarType?)"/>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    /// <inheritdoc cref="Tensor.var(bool)"/>
    public static Tensor var(Tensor input, bool unbiased = true) => input.var(unbiased);

    /// <inheritdoc cref="Tensor.var(long[], bool, bool, ScalarType?)"/>
    public static Tensor var(
        Tensor input,
        long[] dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.var(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.var(long, bool, bool, ScalarType?)"/>
    public static Tensor var(
        Tensor input,
        long dimensions,
        bool unbiased = true,
        bool keepdim = false,
        ScalarType? type = null
    ) => input.var(dimensions, unbiased, keepdim, type);

    /// <inheritdoc cref="Tensor.var_mean(bool)"/>
    public static (Tensor @var, Tensor mean) var_mean(Tensor input, bool unbiased = true) => input.var_mean(unbiased);

    /// <inheritdoc cref="Tensor.count_nonzero(long[])"/>
    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => input.count_nonzero(dims);
}
