using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A table of vectors, looked up by index.</summary>
        /// <param name="num_embeddings">Number of vectors.</param>
        /// <param name="embedding_dims">Dimension of a vector.</param>
        /// <param name="padding_idx">An index whose vector is zero and stays it; negative counts from the last.</param>
        /// <param name="max_norm">Vectors longer than this are shortened to it when looked up.</param>
        /// <param name="norm_type">The p of that norm. Default: 2.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often the index occurs in the batch.</param>
        /// <param name="sparse">Whether the gradient of the table is sparse.</param>
        /// <param name="device">Where the table is created; default: the default device.</param>
        /// <param name="dtype">Element type of the table; default: the default type.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Embedding</c>), with elements drawn from N(0, 1).</returns>
        public static Embedding Embedding(
            long num_embeddings,
            long embedding_dims,
            long? padding_idx = null,
            double? max_norm = null,
            double norm_type = 2.0,
            bool scale_grad_by_freq = false,
            bool sparse = false,
            Device? device = null,
            ScalarType? dtype = null
        )
        {
            var weight = new Parameter(empty([num_embeddings, embedding_dims], dtype, device));
            init.normal_(weight);
            var module = new Embedding(weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            if (padding_idx is { } padding)
            {
                using var noGradients = no_grad();
                using var row = weight.select(0, padding);
                _ = row.zero_();
            }

            return module;
        }

        /// <summary>A given table of vectors, looked up by index.</summary>
        /// <param name="embeddings">The vectors, one a row: [number, dimension].</param>
        /// <param name="freeze">Whether the table stays as it is in training. Default: true.</param>
        /// <param name="padding_idx">An index whose vector is not trained; negative counts from the last.</param>
        /// <param name="max_norm">Vectors longer than this are shortened to it when looked up.</param>
        /// <param name="norm_type">The p of that norm. Default: 2.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often the index occurs in the batch.</param>
        /// <param name="sparse">Whether the gradient of the table is sparse.</param>
        /// <param name="device">Where the table is moved to; default: the default device.</param>
        /// <param name="dtype">Element type of the table; default: the default type.</param>
        /// <returns>The module (PyTorch: <c>torch.nn.Embedding.from_pretrained</c>).</returns>
        /// <exception cref="ArgumentException"><paramref name="embeddings"/> is not a matrix.</exception>
        public static Embedding Embedding_from_pretrained(
            Tensor embeddings,
            bool freeze = true,
            long? padding_idx = null,
            double? max_norm = null,
            double norm_type = 2.0,
            bool scale_grad_by_freq = false,
            bool sparse = false,
            Device? device = null,
            ScalarType? dtype = null
        )
        {
            if (embeddings.dim() != 2)
            {
                throw new ArgumentException(
                    $"The table has shape [{string.Join(", ", embeddings.shape)}], but needs two dimensions: one vector a row.",
                    nameof(embeddings)
                );
            }

            using var shared = embeddings.detach();
            var table = shared.to(dtype ?? get_default_dtype(), device ?? get_default_device());
            var weight = new Parameter(table, !freeze);
            return new Embedding(weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
        }
    }
}
