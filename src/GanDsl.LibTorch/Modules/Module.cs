using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// Base class of all neural network modules: a tree of sub-modules with named parameters and buffers
        /// (PyTorch: <c>torch.nn.Module</c>). Derive from <see cref="Module{T, TResult}"/>, assign parameters, buffers
        /// and sub-modules to fields and end the constructor with <see cref="RegisterComponents"/>.
        /// </summary>
        /// <remarks>
        /// A registered parameter or buffer belongs to its module: dispose scopes leave it alone, and disposing the
        /// module disposes it.
        /// </remarks>
        public partial class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Module> _submodules = [];
            private readonly OrderedDictionary<string, (Tensor Value, bool IsPersistent)> _buffers = [];
            private readonly OrderedDictionary<string, Parameter> _parametersByName = [];
            private readonly string _name;
            private bool _areComponentsRegistered;
            private bool _isTraining = true;
            private bool _isDisposed;

            /// <summary>Creates a module without components, in training mode.</summary>
            /// <param name="name">The name that <see cref="GetName"/> returns, for messages.</param>
            protected Module(string name) => _name = name;

            /// <summary>True in training mode (the state after construction), false in evaluation mode.</summary>
            public virtual bool training => _isTraining;

            /// <summary>Sets this module and all modules below it to training or evaluation mode.</summary>
            /// <param name="train">True for training mode, false for evaluation mode.</param>
            /// <remarks>Only some modules behave differently, such as dropout and batch normalisation.</remarks>
            public virtual void train(bool train = true)
            {
                _isTraining = train;
                foreach (var (_, child) in named_children())
                {
                    child.train(train);
                }
            }

            /// <summary>Sets this module and all modules below it to evaluation mode: <c>train(false)</c>.</summary>
            public virtual void eval() => train(false);

            /// <summary>The name given at construction, else the name of the type.</summary>
            public virtual string GetName() => string.IsNullOrEmpty(_name) ? GetType().Name : _name;

            /// <summary>Calls <paramref name="fn"/> for every module below this one, children first, then for this one.</summary>
            /// <param name="fn">What to do with each module, such as an initialisation.</param>
            /// <returns>This module.</returns>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var (_, child) in named_children())
                {
                    child.apply(fn);
                }

                fn(this);
                return this;
            }

            /// <summary>Clears the gradients of all parameters of this module and of those below it.</summary>
            /// <param name="set_to_none">True to remove the gradients (optimisers then skip the parameter), false to fill them with zeros.</param>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    if (set_to_none)
                    {
                        parameter.grad = null;
                        continue;
                    }

                    using var grad = parameter.grad;
                    using var detached = grad?.detach();
                    _ = detached?.zero_();
                }
            }

            /// <summary>
            /// Registers the fields of this object that hold a module, a parameter or a tensor, in the order of their
            /// declaration, most derived type first, under the name of the field (or its
            /// <see cref="Utils.ComponentNameAttribute"/>). A tensor becomes a buffer. Call it once, at the end of the constructor.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (_areComponentsRegistered)
                {
                    return;
                }

                foreach (var field in ComponentFields.Of(GetType()))
                {
                    var name = field.ComponentName();
                    if (
                        _submodules.ContainsKey(name)
                        || _parametersByName.ContainsKey(name)
                        || _buffers.ContainsKey(name)
                    )
                    {
                        continue;
                    }

                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(name, module);
                            break;
                        case Parameter parameter:
                            register_parameter(name, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(name, tensor);
                            break;
                    }
                }

                _areComponentsRegistered = true;
            }

            /// <summary>Disposes the parameters and buffers of this module and all modules below it.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes the parameters and buffers of this module and all modules below it.</summary>
            /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || _isDisposed)
                {
                    return;
                }

                _isDisposed = true;
                foreach (var (_, (value, _)) in _buffers)
                {
                    value.DetachFromDisposeScope().Dispose();
                }

                foreach (var (_, parameter) in _parametersByName)
                {
                    parameter.DetachFromDisposeScope().Dispose();
                }

                foreach (var (_, child) in named_children())
                {
                    child.Dispose();
                }
            }
        }
    }
}
