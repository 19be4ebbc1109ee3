using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Functions on all parameters of a module (PyTorch: <c>torch.nn.utils</c>).</summary>
        public static partial class utils
        {
            /// <summary>Shortens the gradients, taken together as one vector, to a norm where they are longer.</summary>
            /// <param name="tensors">The parameters. Those without a gradient count as zero.</param>
            /// <param name="max_norm">The largest norm.</param>
            /// <param name="norm_type">The p of the norm; infinity for the largest element. Default: 2.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(
                IEnumerable<Parameter> tensors,
                double max_norm,
                double norm_type = 2.0
            )
            {
                using var noGradients = no_grad();
                using var scope = NewDisposeScope();
                var grads = tensors.Select(parameter => parameter.grad!).Where(grad => grad is not null).ToArray();
                if (grads.Length == 0)
                {
                    return 0;
                }

                var device = grads[0].device;
                Tensor[] norms = [.. grads.Select(grad => GradientOperators.Norm.Call(grad, norm_type).to(device))];
                var norm = GradientOperators.Norm.Call(GradientOperators.Stack.Call(norms), norm_type).ToDouble();
                var factor = max_norm / (norm + 1e-6);
                if (factor < 1)
                {
                    foreach (var grad in grads)
                    {
                        _ = UpdateOperators.Multiply.Mutate(grad, factor);
                    }
                }

                return norm;
            }

            /// <summary>Cuts every element of the gradients off at two bounds.</summary>
            /// <param name="tensors">The parameters. Those without a gradient stay without.</param>
            /// <param name="clip_value">The largest absolute value.</param>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var noGradients = no_grad();
                using var scope = NewDisposeScope();
                foreach (var parameter in tensors)
                {
                    if (parameter.grad is { } grad)
                    {
                        _ = GradientOperators.Clamp.Mutate(grad, -clip_value, clip_value);
                    }
                }
            }
        }
    }
}
