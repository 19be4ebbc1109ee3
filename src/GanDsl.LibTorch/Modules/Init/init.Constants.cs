namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Fills a tensor with ones.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <returns>The tensor.</returns>
            public static Tensor ones_(Tensor tensor) => Untracked(tensor, static t => _ = t.fill_(1));

            /// <summary>Fills a tensor with zeros.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <returns>The tensor.</returns>
            public static Tensor zeros_(Tensor tensor) => Untracked(tensor, static t => _ = t.zero_());

            /// <summary>Fills a tensor with one value.</summary>
            /// <param name="tensor">The tensor.</param>
            /// <param name="val">The value.</param>
            /// <returns>The tensor.</returns>
            public static Tensor constant_(Tensor tensor, Scalar val) => Untracked(tensor, t => _ = t.fill_(val));

            /// <summary>Fills a matrix with the identity: a linear layer then passes on as many inputs as fit.</summary>
            /// <param name="tensor">The matrix.</param>
            /// <returns>The matrix.</returns>
            /// <exception cref="ArgumentException">The tensor does not have two dimensions.</exception>
            public static Tensor eye_(Tensor tensor)
            {
                RequireDimensions(tensor, 2, 2, nameof(eye_));
                return Untracked(
                    tensor,
                    static t =>
                    {
                        using var identity = eye(t.shape[0], t.shape[1], t.dtype, t.device);
                        _ = t.copy_(identity);
                    }
                );
            }

            /// <summary>Fills the weights of a convolution with Dirac deltas: it then passes on as many channels as fit.</summary>
            /// <param name="tensor">The weights: [out, in, kernel...] with one to three spatial dimensions.</param>
            /// <returns>The weights.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than three or more than five dimensions.</exception>
            public static Tensor dirac_(Tensor tensor)
            {
                RequireDimensions(tensor, 3, 5, nameof(dirac_));
                return Untracked(
                    tensor,
                    static t =>
                    {
                        using var scope = NewDisposeScope();
                        _ = t.zero_();
                        var shape = t.shape;
                        for (long channel = 0; channel < Math.Min(shape[0], shape[1]); channel++)
                        {
                            var kernel = t.select(0, channel).select(0, channel);
                            var centre = shape.Skip(2).Aggregate(kernel, (part, size) => part.select(0, size / 2));
                            _ = centre.fill_(1);
                        }
                    }
                );
            }

            private static Tensor Untracked(Tensor tensor, Action<Tensor> fill)
            {
                using var noGradients = no_grad();
                fill(tensor);
                return tensor;
            }

            private static void RequireDimensions(Tensor tensor, int fewest, int most, string method)
            {
                var dimensions = tensor.dim();
                if (dimensions < fewest || dimensions > most)
                {
                    var needed =
                        fewest == most ? $"{fewest}"
                        : most == int.MaxValue ? $"at least {fewest}"
                        : $"{fewest} to {most}";
                    throw new ArgumentException(
                        $"{method} was given a tensor of {dimensions} dimensions, but needs {needed}.",
                        nameof(tensor)
                    );
                }
            }
        }
    }
}
