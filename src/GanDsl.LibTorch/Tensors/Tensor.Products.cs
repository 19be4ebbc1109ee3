using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The matrix product; batched beyond two dimensions.</summary>
        public Tensor matmul(Tensor target) => Aten.matmul.Call(this, target);

        /// <summary>The product of two matrices.</summary>
        public Tensor mm(Tensor target) => Aten.mm.Call(this, target);

        /// <summary>The product of a matrix and a vector.</summary>
        public Tensor mv(Tensor target) => Aten.mv.Call(this, target);

        /// <summary>The inner product of two vectors.</summary>
        public Tensor dot(Tensor target) => Aten.dot.Call(this, target);

        /// <summary>The products of two batches of matrices.</summary>
        public Tensor bmm(Tensor batch2) => Aten.bmm.Call(this, batch2);

        /// <summary>beta times this tensor plus alpha times the product of two matrices.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.addmm.Call(this, mat1, mat2, (double)beta, (double)alpha);

        /// <summary>beta times this tensor plus alpha times the product of a matrix and a vector.</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1.0f, float alpha = 1.0f) =>
            Aten.addmv.Call(this, mat, vec, (double)beta, (double)alpha);

        /// <summary>beta times this tensor plus alpha times the products of two batches of matrices.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.baddbmm.Call(this, batch1, batch2, (double)beta, (double)alpha);

        /// <summary>The outer product of two vectors.</summary>
        public Tensor outer(Tensor vec2) => Aten.outer.Call(this, vec2);

        /// <summary>The diagonal of a matrix, or the matrix with a vector on its diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Aten.diag.Call(this, diagonal);

        /// <summary>The sum of the diagonal of a matrix.</summary>
        public Tensor trace() => Aten.trace.Call(this);

        /// <summary>The matrix with zeros above a diagonal.</summary>
        public Tensor tril(long diagonal = 0) => Aten.tril.Call(this, diagonal);

        /// <summary>The matrix with zeros below a diagonal.</summary>
        public Tensor triu(long diagonal = 0) => Aten.triu.Call(this, diagonal);

        /// <summary>A view of a diagonal of two dimensions.</summary>
        public Tensor diagonal(long offset = 0L, long dim1 = 0L, long dim2 = 1L) =>
            Aten.diagonal.Call(this, offset, dim1, dim2);

        /// <summary>The determinant of a matrix, or of each of a batch.</summary>
        public Tensor det() => Aten.det.Call(this);

        /// <summary>The inverse of a matrix, or of each of a batch.</summary>
        public Tensor inverse() => Aten.inverse.Call(this);
    }
}
