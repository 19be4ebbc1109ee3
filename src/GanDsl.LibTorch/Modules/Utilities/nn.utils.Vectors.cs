using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>All parameters one after the other in one vector, through which gradients flow.</summary>
            /// <param name="tensors">The parameters, on one device.</param>
            /// <returns>The vector.</returns>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat([.. tensors.Select(parameter => parameter.view(-1))]).MoveToOuterDisposeScope();
            }

            /// <summary>Copies a vector into all parameters one after the other.</summary>
            /// <param name="vec">The vector, with as many elements as the parameters have together.</param>
            /// <param name="tensors">The parameters.</param>
            /// <exception cref="ArgumentException">The vector has another number of elements. Nothing was copied.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                var parameters = tensors.ToArray();
                var needed = parameters.Sum(parameter => parameter.numel());
                if (vec.numel() != needed)
                {
                    throw new ArgumentException(
                        $"The vector has {vec.numel()} elements, but the parameters have {needed} together.",
                        nameof(vec)
                    );
                }

                using var noGradients = no_grad();
                using var scope = NewDisposeScope();
                var flat = vec.detach().reshape(-1);
                long first = 0;
                foreach (var parameter in parameters)
                {
                    var count = parameter.numel();
                    _ = parameter.copy_(flat.narrow(0, first, count).view(parameter.shape));
                    first += count;
                }
            }
        }
    }
}
