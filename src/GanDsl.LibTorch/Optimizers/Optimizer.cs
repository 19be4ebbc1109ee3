using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimisers: they change parameters by their gradients (PyTorch: <c>torch.optim</c>).</summary>
    public static partial class optim
    {
        /// <summary>Base class of all optimisers.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            private protected Optimizer() { }

            /// <summary>The groups of parameters with their learning rates, for schedules.</summary>
            public abstract IEnumerable<ILearningRateController> ParamGroups { get; }

            /// <summary>Fills the gradients of all parameters with zeros. A parameter without a gradient stays without.</summary>
            public abstract void zero_grad();

            /// <summary>Changes every parameter that has a gradient. The others, and their state, stay as they are.</summary>
            /// <param name="closure">Computes the loss with new gradients; it runs once, before the change.</param>
            /// <returns>The loss of <paramref name="closure"/>, or null without one.</returns>
            public abstract Tensor step(Func<Tensor>? closure = null);

            /// <summary>All parameters of this optimiser.</summary>
            public abstract IEnumerable<Parameter> parameters();

            /// <summary>Adds parameters with options of their own, such as those of a layer that is trained from now on.</summary>
            /// <param name="param_group">The group. Options that it leaves open are those of the optimiser.</param>
            /// <exception cref="ArgumentException">A parameter is in another group already.</exception>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>Disposes the state of the optimiser; the parameters belong to their module.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes the state of the optimiser.</summary>
            /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing) { }
        }
    }
}
