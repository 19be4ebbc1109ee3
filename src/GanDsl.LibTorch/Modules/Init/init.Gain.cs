namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// Fills tensors with first values, in place and without a trace for gradients (PyTorch: <c>torch.nn.init</c>).
        /// Each method returns the tensor that it was given.
        /// </summary>
        public static partial class init
        {
            /// <summary>The factor by which weights before a function are enlarged so that the variance stays.</summary>
            /// <param name="nonlinearity">The function.</param>
            /// <param name="param">Slope of negative elements, for <see cref="NonlinearityType.LeakyReLU"/> only.</param>
            /// <returns>1 for linear and logistic functions, 5/3 for tanh, √2 for ReLU and √(2 / (1 + param²)) for leaky ReLU.</returns>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) =>
                nonlinearity switch
                {
                    NonlinearityType.Tanh => 5.0 / 3.0,
                    NonlinearityType.ReLU => Math.Sqrt(2.0),
                    NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + (param * param))),
                    _ => 1.0,
                };

            /// <summary>How many connections go into an output and out of an input of a layer with these weights.</summary>
            /// <param name="tensor">The weights: [out, in] or [out, in, kernel...].</param>
            /// <returns>in times the kernel's elements, and out times the kernel's elements.</returns>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                {
                    throw new ArgumentException(
                        $"Weights of shape [{string.Join(", ", shape)}] have no fan: this initialisation needs at least two dimensions, "
                            + "[out, in, kernel...]. Use uniform_ or normal_ instead.",
                        nameof(tensor)
                    );
                }

                var kernel = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * kernel, shape[0] * kernel);
            }
        }
    }
}
