using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements; of integers, in 64 bits.</summary>
        public Tensor sum(ScalarType? type = null) => Aten.sum.Call(this, type);

        /// <summary>The sums along a dimension.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim.Call(this, new[] { dim }, keepdim, type);

        /// <summary>The sums along dimensions.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim.Call(this, dim, keepdim, type);

        /// <summary>The sums along dimensions.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim.Call(this, dim.ToArray(), keepdim, type);

        /// <summary>The sums along two dimensions.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim.Call(this, new[] { dim0, dim1 }, keepdim, type);

        /// <summary>The sums along three dimensions.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim.Call(this, new[] { dim0, dim1, dim2 }, keepdim, type);

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Aten.mean.Call(this);

        /// <summary>The means along dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Aten.mean_dim.Call(this, dimensions, keepdim, type);

        /// <summary>The product of all elements.</summary>
        public Tensor prod(ScalarType? type = null) => Aten.prod.Call(this, type);

        /// <summary>The products along a dimension.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.prod_dim.Call(this, dim, keepdim, type);

        /// <summary>The standard deviation of all elements.</summary>
        /// <param name="unbiased">Whether to divide by n - 1 instead of n.</param>
        public Tensor std(bool unbiased = true) => Aten.std.Call(this, unbiased);

        /// <summary>The standard deviations along dimensions.</summary>
        public Tensor std(
            ReadOnlySpan<long> dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => As(Aten.std_dim.Call(this, dimensions.ToArray(), unbiased, keepdim), type);

        /// <summary>The standard deviations along dimensions.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Aten.std_dim.Call(this, dimensions, unbiased, keepdim), type);

        /// <summary>The standard deviations along a dimension.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Aten.std_dim.Call(this, new[] { dim }, unbiased, keepdim), type);

        /// <summary>The variance of all elements.</summary>
        /// <param name="unbiased">Whether to divide by n - 1 instead of n.</param>
        public Tensor var(bool unbiased = true) => Aten.var.Call(this, unbiased);

        /// <summary>The variances along dimensions.</summary>
        public Tensor var(
            ReadOnlySpan<long> dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => As(Aten.var_dim.Call(this, dimensions.ToArray(), unbiased, keepdim), type);

        /// <summary>The variances along dimensions.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Aten.var_dim.Call(this, dimensions, unbiased, keepdim), type);

        /// <summary>The variances along a dimension.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Aten.var_dim.Call(this, new[] { dim }, unbiased, keepdim), type);

        /// <summary>The standard deviation and mean of all elements.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Aten.std_mean.CallTwo(this, unbiased);

        /// <summary>The variance and mean of all elements.</summary>
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => Aten.var_mean.CallTwo(this, unbiased);

        /// <summary>The greatest of all elements.</summary>
        public Tensor max() => Aten.max.Call(this);

        /// <summary>The greater of two elements.</summary>
        public Tensor max(Tensor other) => maximum(other);

        /// <summary>The greatest elements along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Aten.max_dim.CallTwo(this, dim, keepdim);

        /// <summary>Where the greatest element is, in row-major order.</summary>
        public Tensor argmax() => Aten.argmax.Call(this);

        /// <summary>Where the greatest elements along a dimension are.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Aten.argmax.Call(this, dim, keepdim);

        /// <summary>The greatest elements along dimensions; gradients are shared among equals.</summary>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(Aten.amax.Call(this, dims, keepdim), @out);

        /// <summary>The greatest elements along dimensions; gradients are shared among equals.</summary>
        public Tensor amax(params long[] dims) => Aten.amax.Call(this, dims);

        /// <summary>The least of all elements.</summary>
        public Tensor min() => Aten.min.Call(this);

        /// <summary>The lesser of two elements.</summary>
        public Tensor min(Tensor other) => minimum(other);

        /// <summary>The least elements along a dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Aten.min_dim.CallTwo(this, dim, keepdim);

        /// <summary>Where the least element is, in row-major order.</summary>
        public Tensor argmin() => Aten.argmin.Call(this);

        /// <summary>Where the least elements along a dimension are.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Aten.argmin.Call(this, dim, keepdim);

        /// <summary>The least elements along dimensions; gradients are shared among equals.</summary>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(Aten.amin.Call(this, dims, keepdim), @out);

        /// <summary>The least elements along dimensions; gradients are shared among equals.</summary>
        public Tensor amin(params long[] dims) => Aten.amin.Call(this, dims);

        /// <summary>Whether all elements are not zero.</summary>
        public Tensor all() => Aten.all.Call(this);

        /// <summary>Whether all elements are not zero, along a dimension.</summary>
        public Tensor all(long dim, bool keepdim = false) => Aten.all_dim.Call(this, dim, keepdim);

        /// <summary>Whether any element is not zero.</summary>
        public Tensor any() => Aten.any.Call(this);

        /// <summary>Whether any element is not zero, along a dimension.</summary>
        public Tensor any(long dim, bool keepdim = false) => Aten.any_dim.Call(this, dim, keepdim);

        /// <summary>The running sums along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.cumsum.Call(this, dim, type);

        /// <summary>The running products along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Aten.cumprod.Call(this, dim, type);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2.0f) => Aten.norm.Call(this, (double)p);

        /// <summary>The p-norms along a dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) =>
            Aten.norm_dim.Call(this, (double)p, new[] { (long)dim }, keepdim);

        /// <summary>The p-norm of the difference of two tensors.</summary>
        public Tensor dist(Tensor other, float p = 2.0f) => Aten.dist.Call(this, other, (double)p);

        /// <summary>The median of all elements, the lesser of two.</summary>
        public Tensor median() => Aten.median.Call(this);

        /// <summary>The quantiles along a dimension, interpolated.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) =>
            Aten.quantile.Call(this, q, dim, keepdim);

        /// <summary>How often each integer from 0 occurs.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0) => Aten.bincount.Call(this, weights, minlength);

        /// <summary>How many elements fall into each of equal bins; from the least to the greatest element if min and max are equal.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Aten.histc.Call(this, bins, min, max);

        /// <summary>How many elements are not zero, in all or along dimensions.</summary>
        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Aten.count_nonzero_all.Call(this) : Aten.count_nonzero.Call(this, dims);
    }
}
