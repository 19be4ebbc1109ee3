namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator arange = new("arange", "start_step");
    public static readonly Operator broadcast_tensors = new("broadcast_tensors");
    public static readonly Operator cat = new("cat");
    public static readonly Operator einsum = new("einsum");
    public static readonly Operator empty = new("empty", "memory_format");
    public static readonly Operator empty_like = new("empty_like");
    public static readonly Operator eye = new("eye", "m");
    public static readonly Operator full = new("full");
    public static readonly Operator full_like = new("full_like");
    public static readonly Operator hstack = new("hstack");
    public static readonly Operator linalg_cholesky = new("linalg_cholesky");
    public static readonly Operator linalg_det = new("linalg_det");
    public static readonly Operator linalg_eigh = new("linalg_eigh");
    public static readonly Operator linalg_eigvals = new("linalg_eigvals");
    public static readonly Operator linalg_eigvalsh = new("linalg_eigvalsh");
    public static readonly Operator linalg_inv = new("linalg_inv");
    public static readonly Operator linalg_matrix_norm = new("linalg_matrix_norm", "str_ord");
    public static readonly Operator linalg_svd = new("linalg_svd");
    public static readonly Operator linalg_svdvals = new("linalg_svdvals");
    public static readonly Operator linalg_vector_norm = new("linalg_vector_norm");
    public static readonly Operator linspace = new("linspace");
    public static readonly Operator meshgrid = new("meshgrid", "indexing");
    public static readonly Operator ones = new("ones");
    public static readonly Operator ones_like = new("ones_like");
    public static readonly Operator rand = new("rand", "generator");
    public static readonly Operator rand_like = new("rand_like");
    public static readonly Operator randint = new("randint", "low_generator");
    public static readonly Operator randn = new("randn", "generator");
    public static readonly Operator randn_like = new("randn_like");
    public static readonly Operator randperm = new("randperm", "generator");
    public static readonly Operator stack = new("stack");
    public static readonly Operator unique2 = new("_unique2");
    public static readonly Operator unique_dim = new("unique_dim");
    public static readonly Operator vstack = new("vstack");
    public static readonly Operator zeros = new("zeros");
    public static readonly Operator zeros_like = new("zeros_like");
}
