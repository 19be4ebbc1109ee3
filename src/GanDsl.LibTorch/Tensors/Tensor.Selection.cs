using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The given indices of a dimension, copied.</summary>
        public Tensor index_select(long dim, Tensor index) => Aten.index_select.Call(this, dim, index);

        /// <summary>For each entry of index, the element at that index of a dimension.</summary>
        public Tensor gather(long dim, Tensor index) => Aten.gather.Call(this, dim, index);

        /// <summary>The tensor with the elements at the indices of a dimension replaced by those of src.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Aten.scatter.Call(this, dim, index, src);

        /// <summary>As <see cref="scatter"/>, in place.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Aten.scatter_.Mutate(this, dim, index, src);

        /// <summary>The tensor with the elements of src added at the indices of a dimension.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Aten.scatter_add.Call(this, dim, index, src);

        /// <summary>As <see cref="scatter_add"/>, in place.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) =>
            Aten.scatter_add_.Mutate(this, dim, index, src);

        /// <summary>The tensor with a number wherever a mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Aten.masked_fill.Call(this, mask, value);

        /// <summary>As <see cref="masked_fill"/>, in place.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Aten.masked_fill_.Mutate(this, mask, value);

        /// <summary>The elements where a mask is true, in one dimension.</summary>
        public Tensor masked_select(Tensor mask) => Aten.masked_select.Call(this, mask);

        /// <summary>The tensor with alpha times the rows of source added at indices of a dimension.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.index_add.Call(this, dim, index, source, alpha);

        /// <summary>As <see cref="index_add"/>, in place.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Aten.index_add_.Mutate(this, dim, index, source, alpha);

        /// <summary>The tensor with the rows of source copied to indices of a dimension.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) =>
            Aten.index_copy.Call(this, dim, index, source);

        /// <summary>As <see cref="index_copy"/>, in place.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) =>
            Aten.index_copy_.Mutate(this, dim, index, source);

        /// <summary>The tensor with a number at indices of a dimension.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value) => Aten.index_fill.Call(this, dim, index, value);

        /// <summary>As <see cref="index_fill"/>, in place.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) =>
            Aten.index_fill_.Mutate(this, dim, index, value);

        /// <summary>The elements with the given row-major numbers.</summary>
        public Tensor take(Tensor index) => Aten.take.Call(this, index);

        /// <summary>The indices of all elements that are not zero, one in each row.</summary>
        public Tensor nonzero() => Aten.nonzero.Call(this);

        /// <summary>This tensor where a condition is true, another elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => Aten.where.Call(condition, this, y);

        /// <summary>The elements sorted along a dimension, and where each was.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.sort.CallTwo(this, stable, dim, descending);

        /// <summary>The indices that sort the elements along a dimension.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Aten.argsort.Call(this, dim, descending);

        /// <summary>The k greatest, or least, elements along a dimension, and where each was.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Aten.topk.CallTwo(this, k, dim, largest, sorted);
    }
}
