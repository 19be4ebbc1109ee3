using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra (PyTorch: <c>torch.linalg</c>); every function also takes batches of matrices.</summary>
    public static class linalg
    {
        /// <summary>The singular value decomposition: the matrix is U · diag(S) · Vh.</summary>
        /// <param name="input">[…, m, n].</param>
        /// <param name="fullMatrices">Whether U and Vh are square.</param>
        /// <returns>U, the singular values in descending order, and V transposed.</returns>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) =>
            Aten.linalg_svd.CallThree(input, fullMatrices);

        /// <summary>The singular values in descending order.</summary>
        public static Tensor svdvals(Tensor input) => Aten.linalg_svdvals.Call(input);

        /// <summary>The eigenvalues, ascending, and eigenvectors of a symmetric matrix.</summary>
        /// <param name="input">[…, n, n].</param>
        /// <param name="UPLO">The triangle to read: 'L' or 'U'.</param>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') =>
            Aten.linalg_eigh.CallTwo(input, UPLO.ToString());

        /// <summary>The eigenvalues of a symmetric matrix, ascending.</summary>
        /// <param name="input">[…, n, n].</param>
        /// <param name="UPLO">The triangle to read: 'L' or 'U'.</param>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') =>
            Aten.linalg_eigvalsh.Call(input, UPLO.ToString());

        /// <summary>The eigenvalues of a square matrix, complex.</summary>
        public static Tensor eigvals(Tensor input) => Aten.linalg_eigvals.Call(input);

        /// <summary>The lower triangle L with L · Lᵀ = input, for a positive definite matrix.</summary>
        public static Tensor cholesky(Tensor input) => Aten.linalg_cholesky.Call(input);

        /// <summary>The determinant.</summary>
        public static Tensor det(Tensor input) => Aten.linalg_det.Call(input);

        /// <summary>The inverse.</summary>
        public static Tensor inv(Tensor input) => Aten.linalg_inv.Call(input);

        /// <summary>The p-norm of all elements, or along dimensions.</summary>
        /// <param name="input">The tensor.</param>
        /// <param name="ord">p.</param>
        /// <param name="dims">The dimensions; all by default.</param>
        /// <param name="keepdim">Whether they stay with size 1.</param>
        public static Tensor vector_norm(Tensor input, double ord = 2d, long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_vector_norm.Call(input, ord, dims, keepdim);

        /// <summary>The norm of matrices.</summary>
        /// <param name="input">[…, m, n].</param>
        /// <param name="ord">"fro" for Frobenius, "nuc" for the sum of the singular values.</param>
        /// <param name="dims">The two dimensions of the matrices; the last two by default.</param>
        /// <param name="keepdim">Whether they stay with size 1.</param>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            Aten.linalg_matrix_norm.Call(input, ord, dims ?? [-2, -1], keepdim);
    }
}
