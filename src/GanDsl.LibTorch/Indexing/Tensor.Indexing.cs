using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A part of the tensor: a view, unless tensors are among the indices.</summary>
        /// <param name="indices">One for each dimension; whole dimensions are left over.</param>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The elements at indices.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>A view of one index of the first dimension; negative counts from the end.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => index([i1]);
            set => index_put_(value, [i1]);
        }

        /// <summary>A view of one index of each of the first dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => index([i1, i2]);
            set => index_put_(value, [i1, i2]);
        }

        /// <summary>A view of one index of each of the first dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => index([i1, i2, i3]);
            set => index_put_(value, [i1, i2, i3]);
        }

        /// <summary>A view of one index of each of the first dimensions.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index([i1, i2, i3, i4]);
            set => index_put_(value, [i1, i2, i3, i4]);
        }

        /// <summary>A part of the tensor: a view, unless tensors are among the indices.</summary>
        /// <param name="indices">One for each dimension; whole dimensions are left over.</param>
        public Tensor index(params TensorIndex[] indices)
        {
            using var part = new IndexedView(this, indices);
            return part.Read();
        }

        /// <summary>The elements at indices.</summary>
        public Tensor index(params Tensor[] indices) => index(Array.ConvertAll(indices, TensorIndex.Tensor));

        /// <summary>Overwrites a part of the tensor.</summary>
        /// <param name="value">What with; broadcast to the shape of the part.</param>
        /// <param name="indices">The part.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        /// <summary>Overwrites a part of the tensor, or adds to it.</summary>
        /// <param name="value">What with; broadcast to the shape of the part.</param>
        /// <param name="indices">The part.</param>
        /// <param name="accumulate">Whether to add; an index given twice is added twice.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            using var part = new IndexedView(this, indices);
            part.Write(value, accumulate);
            return this;
        }

        /// <summary>Overwrites the elements at indices.</summary>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        /// <summary>Overwrites the elements at indices, or adds to them.</summary>
        /// <param name="value">What with.</param>
        /// <param name="indices">Where.</param>
        /// <param name="accumulate">Whether to add; an index given twice is added twice.</param>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor), accumulate);

        /// <summary>Overwrites a part of the tensor with a number.</summary>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var part = new IndexedView(this, indices);
            part.Write(value);
            return this;
        }

        /// <summary>Overwrites the elements at indices with a number.</summary>
        /// <returns>This tensor.</returns>
        public Tensor index_put_(Scalar value, params Tensor[] indices) =>
            index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor));
    }
}
