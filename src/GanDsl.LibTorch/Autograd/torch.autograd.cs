using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients (PyTorch: <c>torch.autograd</c>).</summary>
    public static unsafe partial class autograd
    {
        /// <summary>Computes the gradients of outputs with respect to inputs and returns them.</summary>
        /// <param name="outputs">What to differentiate; single numbers, unless <paramref name="grad_outputs"/> is given.</param>
        /// <param name="inputs">What to differentiate with respect to.</param>
        /// <param name="grad_outputs">The gradient of the loss with respect to each output; ones by default.</param>
        /// <param name="retain_graph">Whether the graph can be used again; say so when <paramref name="create_graph"/> is set.</param>
        /// <param name="create_graph">Whether the gradients themselves can be differentiated.</param>
        /// <param name="allow_unused">Whether an input that the outputs do not depend on is no error.</param>
        /// <returns>A gradient for each input; null for one that was not used.</returns>
        public static IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false
        )
        {
            CheckCount(grad_outputs, outputs, nameof(grad_outputs));
            var results = new nint[inputs.Count];
            fixed (
                nint* from = Handles(outputs),
                    to = Handles(inputs),
                    seeds = Handles(grad_outputs),
                    found = results
            )
            {
                NativeMethods
                    .gandsl_grad(
                        from,
                        seeds,
                        outputs.Count,
                        to,
                        inputs.Count,
                        ToByte(retain_graph),
                        ToByte(create_graph),
                        ToByte(allow_unused),
                        found
                    )
                    .Check();
            }

            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return [.. results.Select(handle => handle == 0 ? null! : new Tensor(handle))];
        }

        /// <summary>Computes the gradients of tensors and adds them to <see cref="Tensor.grad"/> of the leaves.</summary>
        /// <param name="tensors">What to differentiate; single numbers, unless <paramref name="grad_tensors"/> is given.</param>
        /// <param name="grad_tensors">The gradient of the loss with respect to each tensor; ones by default.</param>
        /// <param name="retain_graph">Whether the graph can be used again; as <paramref name="create_graph"/> by default.</param>
        /// <param name="create_graph">Whether the gradients themselves can be differentiated.</param>
        /// <param name="inputs">The only leaves to accumulate into; all by default.</param>
        public static void backward(
            IList<Tensor> tensors,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null
        )
        {
            CheckCount(grad_tensors, tensors, nameof(grad_tensors));
            fixed (
                nint* from = Handles(tensors),
                    seeds = Handles(grad_tensors),
                    to = Handles(inputs)
            )
            {
                NativeMethods
                    .gandsl_backward(
                        from,
                        seeds,
                        tensors.Count,
                        to,
                        inputs?.Count ?? 0,
                        ToByte(retain_graph ?? create_graph),
                        ToByte(create_graph)
                    )
                    .Check();
            }

            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(
            Tensor tensor,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null
        ) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <inheritdoc cref="backward(IList{Tensor}, IList{Tensor}, bool?, bool, IList{Tensor})"/>
        public static void backward(
            Tensor tensor,
            Tensor grad_tensor,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null
        ) => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        private static nint[]? Handles(IList<Tensor>? tensors)
        {
            if (tensors is null)
            {
                return null;
            }

            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++)
            {
                handles[i] = tensors[i]?.Handle ?? 0;
            }

            return handles;
        }

        private static void CheckCount(IList<Tensor>? seeds, IList<Tensor> tensors, string name)
        {
            if (seeds is not null && seeds.Count != tensors.Count)
            {
                throw new ArgumentException(
                    $"There are {tensors.Count} tensors to differentiate and {seeds.Count} gradients for them; there must be one each.",
                    name
                );
            }
        }

        private static byte ToByte(bool value) => value ? (byte)1 : (byte)0;
    }
}
