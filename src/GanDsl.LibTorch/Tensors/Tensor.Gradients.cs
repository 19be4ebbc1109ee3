using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether operations on the tensor are recorded for gradients.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">
        /// It is set on integers, or cleared on a tensor that was computed.
        /// </exception>
        public bool requires_grad
        {
            get => Describe().RequiresGrad != 0;
            set => Aten.requires_grad_.Mutate(this, value);
        }

        /// <summary>Sets <see cref="requires_grad"/>.</summary>
        /// <returns>This tensor.</returns>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <inheritdoc cref="requires_grad_"/>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that was computed; leaves keep theirs anyway.</summary>
        public void retain_grad() => Aten.retain_grad.Mutate(this);

        /// <summary>The gradient that <c>backward</c> accumulated, or null. Each reading is a tensor of its own.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">
        /// One is set whose shape, type or device is not this tensor's.
        /// </exception>
        public Tensor? grad
        {
            get
            {
                NativeMethods.gandsl_get_grad(Handle, out var found).Check();
                GC.KeepAlive(this);
                return found == 0 ? null : new Tensor(found);
            }
            set
            {
                NativeMethods.gandsl_set_grad(Handle, value is null ? 0 : value.Handle).Check();
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        /// <summary>Computes the gradient of this single number with respect to every leaf it was computed from.</summary>
        public void backward() => autograd.backward([this]);

        /// <summary>Computes gradients with respect to the leaves this tensor was computed from.</summary>
        /// <param name="grad_tensors">The gradient of the loss with respect to this tensor; needed unless it is one number.</param>
        /// <param name="retain_graph">Whether the graph can be used again.</param>
        /// <param name="create_graph">Whether the gradients themselves can be differentiated.</param>
        /// <param name="inputs">The only leaves to accumulate into; all by default.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null,
            bool retain_graph = false,
            bool create_graph = false,
            IList<Tensor>? inputs = null
        ) => autograd.backward([this], grad_tensors!, retain_graph, create_graph, inputs!);

        /// <summary>The same data without its history.</summary>
        public Tensor detach() => Aten.detach.Call(this);

        /// <summary>Drops the history of this tensor.</summary>
        public Tensor detach_() => Aten.detach_.Mutate(this);
    }
}
